// verdict: stuck
// says: POST /predict was not answered
JSON.parse = () => {
  for (;;) {}
};
export default async (request: Request) => Response.json(JSON.parse(await request.text()));
