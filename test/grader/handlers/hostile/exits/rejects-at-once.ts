// verdict: broken
// says: nobody awaits this
export default async (request: Request) => {
  Promise.reject(new Error('nobody awaits this'));
  return Response.json(await request.json());
};
