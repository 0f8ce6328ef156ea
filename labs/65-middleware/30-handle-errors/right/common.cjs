// right: CommonJS, a base class with the status, and routes in an app that is joined.
const { Hono } = require('hono');
const { HTTPException } = require('hono/http-exception');

class DomainError extends Error {
  status = 400;
}

class NotFound extends DomainError {
  status = 404;
}

class Conflict extends DomainError {
  status = 409;
}

const orders = { 1: 'open', 2: 'shipped' };

function findOrder(id) {
  if (!Object.hasOwn(orders, id)) throw new NotFound(`There is no order ${id}`);
  return { id, status: orders[id] };
}

const router = new Hono();

router.get('/:id', (c) => c.json(findOrder(c.req.param('id'))));
router.post('/:id/cancel', async (c) => {
  const order = findOrder(c.req.param('id'));
  if (order.status === 'shipped') throw new Conflict(`Order ${order.id} has been shipped`);
  return c.json({ id: order.id, status: 'cancelled' });
});

const app = new Hono();

app.route('/orders', router);
app.get('/admin', () => {
  throw new HTTPException(401, { message: 'Not authenticated' });
});
app.get('/busy', () => {
  throw new HTTPException(503, { message: 'Try again later' });
});
app.get('/report', () => {
  throw new TypeError('postgres://api:hunter2@10.0.0.5/reports');
});
app.get('/price', () => {
  throw Object.assign(new Error('prices.internal answered 404'), { status: 404 });
});

app.onError((error, c) => {
  if (error instanceof DomainError || error instanceof HTTPException) {
    return c.json({ detail: error.message }, error.status);
  }
  const id = Math.random().toString(36).slice(2, 12).padEnd(10, '0');
  console.error({ id, error });
  return c.json({ detail: 'Internal Server Error', id }, 500);
});
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

module.exports = app;
