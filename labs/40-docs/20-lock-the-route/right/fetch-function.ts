// right: It is no Hono app at all, only a function; the document locks everything and opens the greeting again.
const document = {
  openapi: '3.1.0',
  info: { title: 'Report', version: '0.1.0' },
  security: [{ HTTPBearer: [] }],
  paths: {
    '/': { get: { security: [{}], responses: { '200': { description: 'A greeting' } } } },
    '/report': { get: { responses: { '200': { description: 'The report' } } } },
  },
  components: { securitySchemes: { HTTPBearer: { type: 'http', scheme: 'bearer' } } },
};

export default function answer(request: Request): Response {
  const { pathname } = new URL(request.url);
  switch (pathname) {
    case '/':
      return Response.json({ message: 'Hello' });
    case '/openapi.json':
      return Response.json(document);
    case '/report': {
      if (request.headers.get('authorization') === 'Bearer secret') {
        return Response.json({ visits: 42 });
      }
      const headers = { 'www-authenticate': 'bearer' };
      return Response.json({ detail: 'Not authenticated' }, { status: 401, headers });
    }
    default:
      return Response.json({ detail: 'Not Found' }, { status: 404 });
  }
}
