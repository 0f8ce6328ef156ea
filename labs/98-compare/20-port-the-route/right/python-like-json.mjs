// right: Plain JavaScript; errors are thrown and answered in one place, JSON has spaces and a charset.
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';

const titles = ['Hamlet', 'The Tempest', 'Macbeth'];
const cents = [4500, 6000, 5200];

const reply = (value, status) =>
  new Response(`${JSON.stringify(value, null, 1)}\n`, {
    status,
    headers: { 'content-type': 'Application/JSON;charset=UTF-8', 'x-ported': 'yes' },
  });

const fail = (status, message) => {
  throw new HTTPException(status, { message });
};

const Seats = z.int().positive().lt(11);
const Discount = z.union([z.literal('none'), z.literal('student'), z.literal('senior')]);

const app = new Hono({ strict: false });

app.post('/shows/:id/quotes', async (c) => {
  const place = ['1', '2', '3'].indexOf(c.req.param('id'));
  if (place < 0) fail(404, 'no such show');
  const order = z.record(z.string(), z.unknown()).parse(await c.req.json());
  const seats = Seats.safeParse(order.seats);
  if (!seats.success) fail(400, 'seats must be 1 to 10');
  const discount = Discount.default('none').safeParse(order.discount);
  if (!discount.success) fail(400, 'unknown discount');
  const off = { none: 0, student: 1, senior: 1.5 }[discount.data];
  const total_cents = (cents[place] * seats.data * (5 - off)) / 5;
  return reply({ seats: seats.data, total_cents, show: titles[place] }, 201);
});

app.onError((error) => reply({ error: error.message }, error.status ?? 400));

export default app;
