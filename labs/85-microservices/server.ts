// #region imports
import { setTimeout as wait } from 'node:timers/promises';
import { createRoute, z } from '@hono/zod-openapi';
import { float } from '../kit/float.ts';
import { HTTPError } from '../kit/http-error.ts';
import { int } from '../kit/int.ts';
import { jsonBody, jsonResponse, ok } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';
import { detailReply } from '../kit/replies.ts';
import { CircuitOpen, createBreaker } from './parts/breaker.ts';
import { createIdempotencyKeys } from './parts/idempotency.ts';
import { retry } from './parts/retry.ts';
import { Item, Reservation, Sku, StockMode } from './parts/stock.ts';
import { createStockClient, type StockReply, type StockRequest } from './parts/stock-client.ts';
import { createStockControl } from './parts/stock-control.ts';
import { createStockProcess } from './parts/stock-process.ts';
import { createSpanLog } from './parts/tracing.ts';

// #endregion

// #region app
const app = createLab({ title: 'Orders', version: '1.0.0' });
const spans = createSpanLog('orders');
const stock = createStockProcess(import.meta.url);
const sendToStock = createStockClient(stock, spans);
const control = createStockControl(stock, spans);

for (const path of ['/orders', '/items/*']) app.use(path, spans.trace);
// #endregion

// #region call
// Only POST /clock moves it, so that there is time to look around. A real breaker asks performance.now().
let nowMs = 0;
const breaker = createBreaker({ failureThreshold: 5, openMs: 10_000, now: () => nowMs });

/** Asks stock through the breaker, and again where asking twice does no harm. */
async function askStock(request: StockRequest): Promise<StockReply> {
  // #region ask
  const isIdempotent = request.method === 'GET' || request.idempotencyKey != null;
  try {
    return await retry(() => breaker.run(() => sendToStock(request)), {
      attempts: isIdempotent ? 3 : 1,
      baseMs: 50,
      capMs: 1000,
      random: Math.random,
      wait,
      isWorthIt: (error) => !(error instanceof CircuitOpen),
    });
    // #endregion
  } catch (error) {
    if (!(error instanceof CircuitOpen)) throw error;
    // At least 1: while a trial is out, nothing is left of the ten seconds.
    const seconds = Math.max(1, Math.ceil(error.leftMs / 1000));
    throw new HTTPError(503, 'Stock failed too often and is left alone', {
      'Retry-After': String(seconds),
    });
  }
}

const stockErrors = {
  502: { description: 'Stock failed, or cannot be reached' },
  503: { description: 'Stock is left alone for a while' },
  504: { description: 'Stock did not answer in time' },
};
// #endregion

// #region orders
const OrderIn = z.object({ sku: Sku, quantity: int({ ge: 1, le: 100 }) }).openapi('OrderIn');
const Order = z
  .object({ order_id: int(), sku: z.string(), quantity: int(), reservation_id: int() })
  .openapi('Order');

const orders: z.infer<typeof Order>[] = [];

async function placeOrder({ sku, quantity }: z.infer<typeof OrderIn>, key: string | null) {
  const { status, json } = await askStock({
    method: 'POST',
    path: '/reservations',
    json: { sku, quantity },
    idempotencyKey: key,
  });
  if (status === 404) throw new HTTPError(404, 'No such item');
  if (status === 409) throw new HTTPError(409, 'Not enough of it');
  const { reservation_id } = Reservation.parse(json);
  const order = { order_id: orders.length + 1, sku, quantity, reservation_id };
  orders.push(order);
  return order;
}
// #endregion

// #region idempotency
const keys = createIdempotencyKeys<z.infer<typeof Order>>();

const createOrder = createRoute({
  method: 'post',
  path: '/orders',
  operationId: 'create_order',
  request: {
    headers: z.object({ 'idempotency-key': z.string().nullable().default(null) }),
    body: jsonBody(OrderIn),
  },
  responses: {
    201: jsonResponse(Order),
    404: { description: 'No such item' },
    409: { description: 'Not enough of it, or the first request with this key still runs' },
    ...stockErrors,
  },
});

app.openapi(createOrder, async (c) => {
  const wanted = c.req.valid('json');
  const { 'idempotency-key': key } = c.req.valid('header');
  if (key === null) return c.json(await placeOrder(wanted, key), 201);
  const begun = keys.begin(key, JSON.stringify(wanted));
  switch (begun.kind) {
    case 'replay':
      return c.json(begun.reply, 201, { 'Idempotent-Replayed': 'true' });
    case 'still-running':
      throw new HTTPError(409, 'The first request with this key still runs');
    case 'other-body':
      return detailReply(c, 422, [
        {
          type: 'idempotency_key_reused',
          loc: ['header', 'idempotency-key'],
          msg: 'This key came with another body before',
          input: key,
        },
      ]);
    case 'first':
      try {
        const order = await placeOrder(wanted, key);
        keys.finish(key, order);
        return c.json(order, 201);
      } catch (error) {
        keys.giveUp(key);
        throw error;
      }
    default:
      return begun satisfies never;
  }
});

const readOrders = createRoute({
  method: 'get',
  path: '/orders',
  operationId: 'read_orders',
  responses: { 200: jsonResponse(z.array(Order)) },
});

app.openapi(readOrders, (c) => c.json(orders, 200));
// #endregion

// #region items
const readItem = createRoute({
  method: 'get',
  path: '/items/{sku}',
  operationId: 'read_item',
  request: { params: z.object({ sku: Sku }) },
  responses: { 200: jsonResponse(Item), 404: { description: 'No such item' }, ...stockErrors },
});

app.openapi(readItem, async (c) => {
  const { sku } = c.req.valid('param');
  const path = `/items/${encodeURIComponent(sku)}`;
  const { status, json } = await askStock({ method: 'GET', path });
  if (status === 404) throw new HTTPError(404, 'No such item');
  return c.json(Item.parse(json), 200);
});
// #endregion

// #region health
const health = createRoute({ method: 'get', path: '/health', responses: ok });

// Am I alive? Nothing else is asked: whoever fails this is started again.
app.openapi(health, (c) => c.json({ status: 'ok' }, 200));

const ready = createRoute({
  method: 'get',
  path: '/ready',
  responses: { ...ok, 503: { description: 'Stock is not ready' } },
});

// Can I do my work? Whoever fails this gets no requests for a while.
app.openapi(ready, async (c) => {
  try {
    await sendToStock({ method: 'GET', path: '/ready' });
  } catch {
    throw new HTTPError(503, 'Stock is not ready');
  }
  return c.json({ status: 'ready' }, 200);
});
// #endregion

// #region watch
const BreakerReport = z
  .object({
    state: z.enum(['closed', 'open', 'half-open']).openapi('BreakerState'),
    failures: int(),
    opened_for_ms: int().optional(),
  })
  .openapi('BreakerReport');

const readBreaker = createRoute({
  method: 'get',
  path: '/breaker',
  operationId: 'read_breaker',
  responses: { 200: jsonResponse(BreakerReport) },
});

app.openapi(readBreaker, (c) => c.json(readReport(), 200));

function readReport(): z.infer<typeof BreakerReport> {
  const { state, failures, openedForMs } = breaker.report();
  const open = openedForMs === undefined ? {} : { opened_for_ms: openedForMs };
  return { state, failures, ...open };
}

const Span = z
  .object({
    number: int(),
    service: z.enum(['orders', 'stock']).openapi('Service'),
    name: z.string(),
    trace_id: z.string(),
    status: int(),
    duration_ms: float(),
  })
  .openapi('Span');

const readSpans = createRoute({
  method: 'get',
  path: '/spans',
  operationId: 'read_spans',
  request: {
    query: z.object({
      after: int({ ge: 0 }).default(0),
      trace_id: z
        .string()
        .regex(/^[0-9a-f]{32}$/)
        .nullable()
        .default(null),
    }),
  },
  responses: { 200: jsonResponse(z.array(Span)) },
});

app.openapi(readSpans, async (c) => {
  const { after, trace_id } = c.req.valid('query');
  await control.collectSpans();
  const found = spans.list(after);
  return c.json(
    found.filter((span) => trace_id === null || span.trace_id === trace_id),
    200,
  );
});
// #endregion

// #region modes
const putMode = createRoute({
  method: 'put',
  path: '/stock/mode',
  operationId: 'put_mode',
  request: { body: jsonBody(StockMode) },
  responses: { 200: jsonResponse(StockMode) },
});
const readMode = createRoute({
  method: 'get',
  path: '/stock/mode',
  operationId: 'read_mode',
  responses: { 200: jsonResponse(StockMode) },
});
const Advance = z.object({ advance_ms: int({ ge: 0, le: 60_000 }) }).openapi('Advance');
const advanceClock = createRoute({
  method: 'post',
  path: '/clock',
  operationId: 'advance_clock',
  request: { body: jsonBody(Advance) },
  responses: { 200: jsonResponse(BreakerReport) },
});

app.openapi(readMode, (c) => c.json({ mode: control.mode() }, 200));

app.openapi(advanceClock, (c) => {
  nowMs += c.req.valid('json').advance_ms;
  return c.json(readReport(), 200);
});

app.openapi(putMode, async (c) => {
  const { mode } = c.req.valid('json');
  await control.setMode(mode);
  return c.json({ mode }, 200);
});
// #endregion

export default app;
