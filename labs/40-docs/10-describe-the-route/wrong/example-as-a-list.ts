// rejected-by: gives-an-example
// mistake: Gives a list of examples under the word for one.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const degrees = new Map([
  ['Oslo', 4],
  ['Lima', 19],
  ['Cairo', 31],
]);

const app = new OpenAPIHono();

const readWeather = createRoute({
  method: 'get',
  path: '/weather/{city}',
  tags: ['weather'],
  summary: 'Get the weather',
  description: 'Looks up how warm a city is.',
  request: { params: z.object({ city: z.string().openapi({ example: ['Oslo'] }) }) },
  responses: {
    200: { description: 'The weather of the city' },
    404: { description: 'No such city' },
  },
});

app.openapi(readWeather, (c) => {
  const { city } = c.req.valid('param');
  if (!degrees.has(city)) return c.json({ detail: 'Unknown city' }, 404);
  return c.json({ city, degrees: degrees.get(city) });
});

const readDegrees = createRoute({
  method: 'get',
  path: '/degrees/{city}',
  deprecated: true,
  request: { params: z.object({ city: z.string() }) },
  responses: { 200: { description: 'The degrees' } },
});

app.openapi(readDegrees, (c) =>
  c.json({ degrees: degrees.get(c.req.valid('param').city) ?? null }),
);

app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Weather', version: '1.0.0' } });

export default app;
