// right: The whole contract, with models, an operation id, the example at the parameter, and a routing of its own.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { logger } from 'hono/logger';

const Weather = z
  .object({ city: z.string(), degrees: z.int().openapi({ example: 4 }) })
  .openapi('Weather');
const Problem = z.object({ detail: z.string() }).openapi('Problem');
const Degrees = z.object({ degrees: z.int().nullable() }).openapi('Degrees');

const params = z.object({
  city: z.string().openapi({ param: { name: 'city', in: 'path', example: 'Oslo' } }),
});

const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } });

const degrees: Record<string, number> = { Oslo: 4, Lima: 19, Cairo: 31 };

const app = new OpenAPIHono();

app.use(logger());

app.openapi(
  createRoute({
    method: 'get',
    path: '/weather/{city}',
    operationId: 'readWeather',
    tags: ['weather'],
    summary: 'Get the weather',
    description: 'Looks up how warm a city is.',
    request: { params },
    responses: {
      200: { description: 'The weather of the city', content: json(Weather) },
      404: { description: 'No such city', content: json(Problem) },
      500: { description: 'Something went wrong' },
    },
  }),
  (c) => {
    const { city } = c.req.valid('param');
    const warm = degrees[city];
    return warm === undefined
      ? c.json({ detail: 'Unknown city' }, 404)
      : c.json({ city, degrees: warm }, 200);
  },
);

app.openapi(
  createRoute({
    method: 'get',
    path: '/degrees/{city}',
    tags: ['weather', 'old'],
    summary: 'Get the degrees only',
    deprecated: true,
    request: { params },
    responses: { 200: { description: 'The degrees', content: json(Degrees) } },
  }),
  (c) => c.json({ degrees: degrees[c.req.valid('param').city] ?? null }, 200),
);

app.doc('/openapi.json', (c) => ({
  openapi: '3.0.0',
  info: { title: 'Weather', version: '2' },
  servers: [{ url: new URL(c.req.url).origin }],
}));

export default app;
