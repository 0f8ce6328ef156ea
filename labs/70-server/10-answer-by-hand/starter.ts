export default async function answer(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  console.log(request.method, pathname, searchParams.get('name'));
  // Decide by the path and the method here, and answer.
  return Response.json({ detail: 'Not written yet' }, { status: 501 });
}
