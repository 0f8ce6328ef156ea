// verdict: failed
// says: returned an object, not a Response
export default async (request: Request) => request.json();
