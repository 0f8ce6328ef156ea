export default async function answer(request: Request): Promise<Response> {
  // FastAPI would have looked at both before this line.
  const { name, seats } = await request.json();
  return Response.json({ name, seats, total_cents: seats * 4500 });
}
