// right: A contract with a middleware that finds the show before the order is validated.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';

const prices = new Map([
  ['1', { show: 'Hamlet', cents: 4500 }],
  ['2', { show: 'The Tempest', cents: 6000 }],
  ['3', { show: 'Macbeth', cents: 5200 }],
]);
const percent = { none: 100, student: 80, senior: 70 };

type Env = { Variables: { price: { show: string; cents: number } } };

const findShow = createMiddleware<Env>(async (c, next) => {
  const price = prices.get(c.req.param('show_id') ?? '');
  if (price === undefined) return c.json({ error: 'no such show' }, 404);
  c.set('price', price);
  await next();
});

const seats = z.number('seats must be 1 to 10').refine((count) => {
  return Number.isInteger(count) && count >= 1 && count <= 10;
}, 'seats must be 1 to 10');
const discount = z.literal(['none', 'student', 'senior'], 'unknown discount').optional();
const Failure = z.object({ error: z.string() });
const failed = (description: string) => {
  return { description, content: { 'application/json': { schema: Failure } } };
};

const route = createRoute({
  method: 'post',
  path: '/shows/{show_id}/quotes',
  middleware: [findShow] as const,
  request: {
    body: {
      content: { 'application/json': { schema: z.object({ seats, discount }) } },
      required: true,
    },
  },
  responses: {
    201: {
      description: 'The price of the order',
      content: {
        'application/json': {
          schema: z.object({ show: z.string(), seats: z.int(), total_cents: z.int() }),
        },
      },
    },
    400: failed('What is wrong with the order'),
    404: failed('There is no such show'),
  },
});

const app = new OpenAPIHono<Env>({
  defaultHook: (result, c) => {
    if (result.success) return;
    return c.json({ error: result.error.issues[0]?.message ?? 'wrong' }, 400);
  },
});

app.openapi(route, (c) => {
  const order = c.req.valid('json');
  const { show, cents } = c.get('price');
  const total_cents = cents * order.seats * (percent[order.discount ?? 'none'] / 100);
  return c.json({ show, seats: order.seats, total_cents: Math.round(total_cents) }, 201);
});

app.onError((error, c) => c.json({ error: error.message }, 400));

export default app;
