// verdict: stuck
// says: POST /predict was not answered within
export default async (request: Request) => {
  try {
    return Response.json(await request.json());
  } finally {
    await new Promise(() => {});
  }
};
