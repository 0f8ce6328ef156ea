// rejected-by: names-every-crash
// mistake: Counts the crashes: the ids begin again with every start.
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

class OrderNotFound extends Error {
  constructor(id: string) {
    super(`There is no order ${id}`);
  }
}

class OrderShipped extends Error {
  constructor(id: string) {
    super(`Order ${id} has been shipped`);
  }
}

const orders = new Map([
  ['1', { id: '1', status: 'open' }],
  ['2', { id: '2', status: 'shipped' }],
]);

function findOrder(id: string) {
  const order = orders.get(id);
  if (order === undefined) throw new OrderNotFound(id);
  return order;
}

const app = new Hono();

let crashes = 0;

app.onError((error, c) => {
  if (error instanceof OrderNotFound) return c.json({ detail: error.message }, 404);
  if (error instanceof OrderShipped) return c.json({ detail: error.message }, 409);
  if (error instanceof HTTPException) return c.json({ detail: error.message }, error.status);
  const id = String(++crashes);
  console.error(id, error);
  return c.json({ detail: 'Internal Server Error', id }, 500);
});

app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

app.get('/orders/:id', (c) => c.json(findOrder(c.req.param('id'))));

app.post('/orders/:id/cancel', (c) => {
  const order = findOrder(c.req.param('id'));
  if (order.status === 'shipped') throw new OrderShipped(order.id);
  return c.json({ ...order, status: 'cancelled' });
});

app.get('/admin', () => {
  throw new HTTPException(401, { message: 'Not authenticated' });
});

app.get('/busy', () => {
  throw new HTTPException(503, { message: 'Try again later' });
});

app.get('/report', () => {
  throw new TypeError('connect ECONNREFUSED postgres://api:hunter2@10.0.0.5/reports');
});

app.get('/price', async () => {
  throw Object.assign(new Error('GET http://prices.internal/7 answered 404'), { status: 404 });
});

export default app;
