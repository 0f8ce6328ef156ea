// right: CommonJS, ids by a pattern in the path, and the words by the key that an issue is about.
const { Hono } = require('hono');
const { z } = require('zod');

const shows = {
  1: ['Hamlet', 45],
  2: ['The Tempest', 60],
  3: ['Macbeth', 52],
};
const factors = { none: 100, student: 80, senior: 70 };

const schema = z.object({
  seats: z.number().int().gte(1).lte(10),
  discount: z.enum(Object.keys(factors)).prefault('none'),
});
const words = { seats: 'seats must be 1 to 10', discount: 'unknown discount' };

const app = new Hono();

app.post('/shows/:show_id{[0-9]+}/quotes', async (c) => {
  const show = shows[c.req.param('show_id')];
  if (!show) return c.notFound();
  const order = await c.req
    .text()
    .then(JSON.parse)
    .then(schema.safeParse)
    .catch(() => null);
  if (order === null) return c.json({ error: 'that is no JSON' }, 400);
  if (order.error) {
    const [key] = order.error.issues.map(({ path }) => path[0]);
    return c.json({ error: words[key] ?? 'that is no order' }, 400);
  }
  const { seats, discount } = order.data;
  c.status(201);
  return c.json({ show: show[0], seats, total_cents: show[1] * seats * factors[discount] });
});

app.notFound((c) => c.json({ error: 'no such show' }, 404));

module.exports = app;
