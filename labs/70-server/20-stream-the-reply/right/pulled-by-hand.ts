// right: A fetch function with a ReadableStream of its own that makes one line each time it is asked.
const encoder = new TextEncoder();

export default function answer(request: Request): Response {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname !== '/count') return new Response(null, { status: 404 });
  const to = searchParams.get('to');
  if (to !== null && !/^0*[1-9]\d*$/.test(to))
    return Response.json({ detail: to }, { status: 422 });
  const end = to === null ? Number.POSITIVE_INFINITY : Number(to);
  let n = 0;
  const lines = new ReadableStream({
    pull(controller) {
      n++;
      if (n > end) controller.close();
      else controller.enqueue(encoder.encode(`{"n":${n}}\n`));
    },
  });
  return new Response(lines, { headers: { 'content-type': 'application/x-ndjson' } });
}
