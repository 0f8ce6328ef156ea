// right: Two apps are joined, and the metadata comes from Zod's own `meta`.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const degrees = new Map<string, number>(Object.entries({ Oslo: 4, Lima: 19, Cairo: 31 }));
const City = z.string().meta({ example: 'Oslo', description: 'A city, with a capital' });
const params = z.object({ city: City });

const weather = new OpenAPIHono().openapi(
  createRoute({
    method: 'get',
    path: '/{city}',
    tags: ['weather'],
    summary: 'Get the weather',
    description: 'Looks up how warm a city is.',
    request: { params },
    responses: {
      200: { description: 'The weather of the city' },
      404: { description: 'No such city' },
    },
  }),
  (c) => {
    const { city } = c.req.valid('param');
    const found = degrees.get(city);
    if (found === undefined) return c.json({ detail: 'Unknown city' }, 404);
    return c.json({ degrees: found, city });
  },
);

const old = new OpenAPIHono().openapi(
  createRoute({
    method: 'get',
    path: '/{city}',
    deprecated: true,
    request: { params },
    responses: { 200: { description: 'Only the degrees' } },
  }),
  (c) => c.json({ degrees: degrees.get(c.req.valid('param').city) ?? null }),
);

const app = new OpenAPIHono();

app.route('/weather', weather);
app.route('/degrees', old);
app.get('/openapi.json', (c) =>
  c.json(app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Two', version: '1' } })),
);

export default app;
