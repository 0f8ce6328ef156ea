// right: JavaScript without types: JSON with spaces, more headers, HEAD without a body of its own.
const headers = { 'content-type': 'Application/JSON', 'x-powered-by': 'patience' };

const send = (value, status = 200, more = {}) =>
  new Response(`${JSON.stringify(value, null, 2)}\n`, { status, headers: { ...headers, ...more } });

const isNumber = (value) => typeof value === 'number';

const paths = {
  '/hello': {
    GET: ({ searchParams }) => {
      const name = searchParams.has('name') ? searchParams.getAll('name').at(-1) : 'World';
      return send({ message: ['Hello', name].join(', ') });
    },
    HEAD: () => new Response(null, { headers }),
  },
  '/sum': {
    POST: async (_url, request) => {
      let body;
      try {
        body = await request.json();
      } catch {
        return send({ detail: 'Malformed' }, 422);
      }
      const numbers = body?.numbers;
      if (!Array.isArray(numbers) || numbers.some((value) => !isNumber(value))) {
        return send({ detail: 'No numbers' }, 422);
      }
      return send({ sum: numbers.reduce((a, b) => a + b, 0) });
    },
  },
};

export default async function answer(request) {
  const url = new URL(request.url);
  const methods = Object.hasOwn(paths, url.pathname) ? paths[url.pathname] : undefined;
  if (methods === undefined) return send({ detail: 'Not Found' }, 404);
  const handle = methods[request.method];
  const allow = ['OPTIONS', ...Object.keys(methods)].reverse().join(' , ');
  return handle === undefined ? send({}, 405, { allow }) : handle(url, request);
}
