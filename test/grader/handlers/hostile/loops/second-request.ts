// verdict: stuck
// says: POST /predict was not answered within
let count = 0;
export default async (request: Request) => {
  count += 1;
  while (count > 2) {}
  return Response.json(await request.json());
};
