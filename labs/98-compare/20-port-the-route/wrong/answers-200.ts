// rejected-by: quotes-as-before
// mistake: Answers 200 where the old route said 201.
import { Hono } from 'hono';
import { z } from 'zod';

const shows = [
  { id: 1, title: 'Hamlet', price_cents: 4500 },
  { id: 2, title: 'The Tempest', price_cents: 6000 },
  { id: 3, title: 'Macbeth', price_cents: 5200 },
];
const percentOff = { none: 0, student: 20, senior: 30 };

const wrongSeats = 'seats must be 1 to 10';

const Order = z.object(
  {
    seats: z.int(wrongSeats).min(1, wrongSeats).max(10, wrongSeats),
    discount: z.enum(['none', 'student', 'senior'], 'unknown discount').default('none'),
  },
  'the body is no JSON object',
);

const app = new Hono();

app.post('/shows/:show_id/quotes', async (c) => {
  const show = shows.find(({ id }) => String(id) === c.req.param('show_id'));
  if (show === undefined) return c.json({ error: 'no such show' }, 404);
  const body: unknown = await c.req.json().catch(() => undefined);
  const { success, data, error } = Order.safeParse(body);
  if (!success) return c.json({ error: error.issues[0]?.message }, 400);
  const { seats, discount } = data;
  const total_cents = (show.price_cents * seats * (100 - percentOff[discount])) / 100;
  return c.json({ show: show.title, seats, total_cents }, 200);
});

export default app;
