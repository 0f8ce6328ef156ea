// verdict: failed
// says: expected
JSON.parse = () => ({ feature1: 1.5, feature2: -2 });
export default async (request: Request) => Response.json(await request.json());
