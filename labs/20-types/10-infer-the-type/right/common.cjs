// right: CommonJS, a validator as middleware, and other routes.
const { Hono } = require('hono');
const { validator } = require('hono/validator');
const { z } = require('zod');

const Ticket = z.object({
  event: z.string(),
  section: z.enum({ Stalls: 'stalls', Balcony: 'balcony', Box: 'box' }),
  seats: z.int().min(1),
  email: z.nullable(z.string()),
  student: z.boolean().default(false),
  extras: z.record(z.string(), z.int()).optional().default({}),
});
const prices = { stalls: 40, balcony: 25, box: 90 };

const app = new Hono();

app.get('/prices', (c) => c.json(prices));
app.post(
  '/tickets',
  validator('json', (body, c) => {
    const { success, data, error } = Ticket.safeParse(body);
    return success ? data : c.text(z.prettifyError(error), 422);
  }),
  (c) => {
    const ticket = c.req.valid('json');
    c.header('cache-control', 'no-store');
    return c.json({ ticket, total: prices[ticket.section] * ticket.seats }, 200);
  },
);

module.exports = app;
