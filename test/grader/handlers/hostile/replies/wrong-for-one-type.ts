// verdict: failed
// says: the body: expected
export default async (request: Request) => {
  const { feature1, feature2 } = await request.json();
  return Response.json({ feature1: String(feature1), feature2 });
};
