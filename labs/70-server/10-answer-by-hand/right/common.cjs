// right: CommonJS: an object with a fetch function, and routes found by patterns.
const routes = [
  { pattern: /^\/hello\/?$/, methods: { GET: greet, HEAD: greet } },
  { pattern: /^\/sum\/?$/, methods: { POST: add } },
];

function greet(request) {
  const [, query = ''] = request.url.split('?');
  return Response.json({ message: `Hello, ${new URLSearchParams(query).get('name') ?? 'World'}` });
}

async function add(request) {
  const { numbers } = Object(await request.json().catch(() => null));
  const isFine = Array.isArray(numbers) && numbers.every(Number.isFinite);
  if (!isFine) return new Response(null, { status: 422 });
  return Response.json({ sum: numbers.reduce((sum, number) => sum + number, 0) });
}

module.exports = {
  fetch(request) {
    const { pathname } = new URL(request.url);
    const route = routes.find(({ pattern }) => pattern.test(pathname));
    if (route === undefined) return new Response(null, { status: 404 });
    const handler = route.methods[request.method];
    if (handler !== undefined) return handler(request);
    return new Response(null, {
      status: 405,
      headers: { Allow: Object.keys(route.methods).join() },
    });
  },
};
