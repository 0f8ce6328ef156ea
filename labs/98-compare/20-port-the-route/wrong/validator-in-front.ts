// rejected-by: finds-the-show-first
// mistake: Lets the contract validate the order before the handler looks for the show.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const shows = [
  { id: 1, title: 'Hamlet', price_cents: 4500 },
  { id: 2, title: 'The Tempest', price_cents: 6000 },
  { id: 3, title: 'Macbeth', price_cents: 5200 },
];
const percentOff = { none: 0, student: 20, senior: 30 };

const words = 'seats must be 1 to 10';
const Order = z.object({
  seats: z.int(words).min(1, words).max(10, words),
  discount: z.enum(['none', 'student', 'senior'], 'unknown discount').default('none'),
});
const Failure = z.object({ error: z.string() });
const failure = {
  description: 'Failure',
  content: { 'application/json': { schema: Failure } },
};
const Quote = z.object({ show: z.string(), seats: z.int(), total_cents: z.int() });

const route = createRoute({
  method: 'post',
  path: '/shows/{show_id}/quotes',
  request: {
    params: z.object({ show_id: z.string() }),
    body: { content: { 'application/json': { schema: Order } }, required: true },
  },
  responses: {
    201: { description: 'The price', content: { 'application/json': { schema: Quote } } },
    400: failure,
    404: failure,
  },
});

const app = new OpenAPIHono({
  defaultHook: (result, c) => {
    if (!result.success) return c.json({ error: result.error.issues[0]?.message }, 400);
  },
});

app.openapi(route, (c) => {
  const { show_id } = c.req.valid('param');
  const show = shows.find(({ id }) => String(id) === show_id);
  if (show === undefined) return c.json({ error: 'no such show' }, 404);
  const { seats, discount } = c.req.valid('json');
  const total_cents = (show.price_cents * seats * (100 - percentOff[discount])) / 100;
  return c.json({ show: show.title, seats, total_cents }, 201);
});

app.onError((_error, c) => c.json({ error: 'the body is no JSON' }, 400));

export default app;
