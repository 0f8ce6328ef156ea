// right: It reads numbers as text and words for true and false as Pydantic does, throws, and adds a key of its own.
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';

const whole = z.union([
  z.int(),
  z
    .string()
    .regex(/^\s*\d+\s*$/)
    .transform(Number),
]);
const flag = z.union([
  z.boolean(),
  z.literal([0, 1]).transform(Boolean),
  z.literal(['yes', 'on']).transform(() => true),
  z.literal(['no', 'off']).transform(() => false),
]);

const Ticket = z.object({
  event: z.string(),
  section: z.literal(['stalls', 'balcony', 'box']),
  seats: whole.pipe(z.number().gte(1)),
  email: z.string().nullable(),
  student: flag.default(false),
  extras: z.record(z.string(), whole).default({}),
});

const prices = new Map([
  ['stalls', 40],
  ['balcony', 25],
  ['box', 90],
]);

const app = new Hono();

app.post('/tickets', async (c) => {
  const ticket = Ticket.parse(await c.req.json());
  const total = (prices.get(ticket.section) ?? 0) * ticket.seats;
  return c.json({ total, currency: 'EUR', ticket });
});

app.onError((error) => {
  const status = error instanceof z.ZodError ? 422 : 500;
  return new HTTPException(status, { message: error.message }).getResponse();
});

export default app;
