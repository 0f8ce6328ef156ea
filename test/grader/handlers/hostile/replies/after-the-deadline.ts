// verdict: stuck
// says: POST /predict was not answered
export default async (request: Request) => {
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  return Response.json(await request.json());
};
