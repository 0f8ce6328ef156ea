import { Hono } from 'hono';

const shows = [
  { id: 1, title: 'Hamlet', price_cents: 4500 },
  { id: 2, title: 'The Tempest', price_cents: 6000 },
  { id: 3, title: 'Macbeth', price_cents: 5200 },
];
const percentOff = { none: 0, student: 20, senior: 30 };

const app = new Hono();

app.post('/shows/:show_id/quotes', async (c) => {
  // The route from the task, with a Zod schema in place of its checks.
  return c.json({ error: 'Not written yet' }, 501);
});

console.log(`${shows.length} shows, discounts: ${Object.keys(percentOff)}`);

export default app;
