// verdict: failed
// says: Body is unusable
export default async (request: Request) => {
  await request.json();
  return Response.json(await request.json());
};
