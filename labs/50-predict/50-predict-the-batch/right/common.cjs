// right: CommonJS, with names for what is wrong, and the length checked in a refinement.
const { Hono } = require('hono');
const { z } = require('zod');

const row = z.array(z.number()).refine((values) => values.length === 2, { error: 'not two' });
const schema = z.looseObject({ rows: z.array(row).nonempty().max(100) });

const app = new Hono();

app.post('/predict-batch', async (c) => {
  const { data, error } = schema.safeParse(await c.req.json());
  if (error !== undefined) {
    const detail = error.issues.map((issue) => ({ ...issue, loc: ['body'].concat(issue.path) }));
    return c.json({ detail }, 422);
  }
  return c.json({ predictions: data.rows.map(([one, other]) => (one > other ? 1 : 0)) });
});

module.exports = app;
