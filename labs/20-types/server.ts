// #region imports
import { createRoute, z } from '@hono/zod-openapi';
import { jsonBody, jsonResponse, ok } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';
import { Customer, Labelled, Line, Order, Payment } from './parts/models.ts';

// #endregion

// #region app
const app = createLab({ title: 'Types', version: '1.0.0' });
// #endregion

// #region types
const types = createRoute({ method: 'get', path: '/types', responses: ok });

// The type Order is gone by now. The schema is a value, which can be asked.
app.openapi(types, (c) => {
  const fields = Object.entries(Order.shape);
  const optional = fields.flatMap(([name, field]) =>
    field instanceof z.ZodDefault ? [[name, field.def.defaultValue] as const] : [],
  );
  const defaults = Object.fromEntries(optional);
  const required = fields.map(([name]) => name).filter((name) => !(name in defaults));
  return c.json({ required, defaults }, 200);
});
// #endregion

// #region orders
const createOrder = createRoute({
  method: 'post',
  path: '/orders',
  operationId: 'create_order',
  request: { body: jsonBody(Order) },
  responses: { 200: jsonResponse(Order) },
});

app.openapi(createOrder, (c) => c.json(c.req.valid('json'), 200));
// #endregion

// #region unchecked
const unchecked = createRoute({
  method: 'post',
  path: '/unchecked',
  responses: { ...ok, 500: { description: 'The body was not what the code took it for' } },
});

// `as Line` is for the compiler, and nothing is left of it when this runs.
app.openapi(unchecked, async (c) => {
  const line = (await c.req.json()) as Line;
  return c.json({ label: line.name.toUpperCase(), line }, 200);
});
// #endregion

// #region checked
const checked = createRoute({
  method: 'post',
  path: '/checked',
  request: { body: jsonBody(Line) },
  responses: { 200: jsonResponse(Labelled) },
});

app.openapi(checked, (c) => {
  const line = c.req.valid('json');
  return c.json({ label: line.name.toUpperCase(), line }, 200);
});
// #endregion

// #region payments
const pay = createRoute({
  method: 'post',
  path: '/payments',
  operationId: 'pay',
  request: { body: jsonBody(Payment.openapi({ title: 'Payment' })) },
  responses: ok,
});

app.openapi(pay, (c) => {
  const payment = c.req.valid('json');
  return c.json({ text: describe(payment), payment }, 200);
});

function describe(payment: Payment): string {
  switch (payment.kind) {
    case 'card':
      return `card ending in ${payment.number.slice(-4)}`;
    case 'transfer':
      return `transfer within ${payment.days} days`;
    default:
      // A third kind of payment would not compile.
      return payment satisfies never;
  }
}
// #endregion

// #region replies
const reply = createRoute({
  method: 'post',
  path: '/replies',
  operationId: 'reply',
  request: { body: jsonBody(z.record(z.string(), z.unknown()).openapi({ title: 'Row' })) },
  responses: {
    200: jsonResponse(Customer),
    500: { description: 'The row does not fit the response model' },
  },
});

// Stands for a database: whatever row is sent, the response model decides what of it leaves.
app.openapi(reply, (c) => {
  const row: unknown = c.req.valid('json');
  return c.json(row as Customer, 200);
});
// #endregion

export default app;
