// right: It is no Hono app at all, only a function from a request to a response; the example is in the schema, as FastAPI has it.
const degrees = new Map([
  ['Oslo', 4],
  ['Lima', 19],
  ['Cairo', 31],
]);

const city = { name: 'city', in: 'path', required: true };

const document = {
  openapi: '3.1.0',
  info: { title: 'Weather', version: '0.1.0' },
  paths: {
    '/weather/{city}': {
      get: {
        tags: ['weather'],
        summary: 'Get the weather',
        description: 'Looks up how warm a city is.',
        parameters: [{ ...city, schema: { type: 'string', examples: ['Lima', 'Oslo'] } }],
        responses: {
          '200': { description: 'The weather of the city' },
          '404': { description: 'No such city' },
        },
      },
    },
    '/degrees/{city}': {
      get: {
        deprecated: true,
        parameters: [{ ...city, schema: { type: 'string' } }],
        responses: { '200': { description: 'The degrees' } },
      },
    },
  },
};

export default function answer(request: Request): Response {
  const { pathname } = new URL(request.url);
  if (pathname === '/openapi.json') return Response.json(document);
  const [, route, name = ''] = /^\/(weather|degrees)\/([^/]+)$/.exec(pathname) ?? [];
  if (route === undefined) return Response.json({ detail: 'Not Found' }, { status: 404 });
  const city = decodeURIComponent(name);
  const warm = degrees.get(city) ?? null;
  if (route === 'degrees') return Response.json({ degrees: warm });
  if (warm === null) return Response.json({ detail: 'Unknown city' }, { status: 404 });
  return Response.json({ city, degrees: warm });
}
