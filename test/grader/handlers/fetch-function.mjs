export default async function answer(request) {
  if (new URL(request.url).pathname !== '/predict') return new Response('', { status: 404 });
  const { feature1, feature2 } = await request.json().catch(() => ({}));
  const isTyped = typeof feature1 === 'number' && typeof feature2 === 'number';
  return Response.json(isTyped ? { feature1, feature2 } : {}, { status: isTyped ? 200 : 422 });
}
