import { setTimeout as wait } from 'node:timers/promises';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { HTTPError } from '../../kit/http-error.ts';
import { int } from '../../kit/int.ts';
import { jsonBody, jsonResponse, ok } from '../../kit/json-content.ts';
import { createLab } from '../../kit/lab.ts';
import { createSpanLog } from './tracing.ts';

/** Longer than whoever asks is willing to wait. */
const slowMs = 2500;

// #region models
export const Mode = z.enum(['ok', 'slow', 'failing', 'down']).openapi('Mode');
export const StockMode = z.object({ mode: Mode }).openapi('StockMode');

export const Sku = z.string().openapi({ examples: ['apple', 'pear'] });
export const Item = z.object({ sku: z.string(), available: int() }).openapi('Item');
export const Reservation = z
  .object({ reservation_id: int(), sku: z.string(), quantity: int() })
  .openapi('Reservation');
const Wanted = z.object({ sku: Sku, quantity: int({ ge: 1 }) }).openapi('Wanted');
// #endregion

/** The service that knows how much there is: as an app of its own, so that tests need no process for it. */
export function createStock(): OpenAPIHono {
  const app = createLab({ title: 'Stock', version: '1.0.0' });
  const shelves = new Map(Object.entries({ apple: 10, pear: 5, plum: 0 }));
  const reservations = new Map<string, z.infer<typeof Reservation>>();
  const spans = createSpanLog('stock');
  let mode: z.infer<typeof Mode> = 'ok';
  let reservationCount = 0;
  const inHand = new Set<Promise<void>>();

  // #region modes
  const behave: MiddlewareHandler = async (_c, next) => {
    const { promise: done, resolve } = Promise.withResolvers<void>();
    inHand.add(done);
    try {
      if (mode === 'failing') throw new HTTPError(500, 'Stock is failing');
      await next();
      // The work is done at once, only its reply comes late: whoever gave up cannot know that.
      if (mode === 'slow') await wait(slowMs);
    } finally {
      inHand.delete(done);
      resolve();
    }
  };
  for (const path of ['/items/*', '/reservations']) app.use(path, spans.trace);
  for (const path of ['/items/*', '/reservations', '/ready']) app.use(path, behave);

  const putMode = createRoute({
    method: 'put',
    path: '/mode',
    operationId: 'put_mode',
    request: { body: jsonBody(StockMode) },
    responses: { 200: jsonResponse(StockMode) },
  });

  app.openapi(putMode, async (c) => {
    ({ mode } = c.req.valid('json'));
    // What is in hand is finished first, so that nothing of the old mode comes later.
    await Promise.all(inHand);
    return c.json({ mode }, 200);
  });
  // #endregion

  // #region items
  const readItem = createRoute({
    method: 'get',
    path: '/items/{sku}',
    operationId: 'read_item',
    request: { params: z.object({ sku: Sku }) },
    responses: { 200: jsonResponse(Item), 404: { description: 'No such item' } },
  });

  app.openapi(readItem, (c) => {
    const { sku } = c.req.valid('param');
    return c.json({ sku, available: findAvailable(sku) }, 200);
  });

  function findAvailable(sku: string): number {
    const available = shelves.get(sku);
    if (available === undefined) throw new HTTPError(404, 'No such item');
    return available;
  }
  // #endregion

  // #region reserve
  const reserve = createRoute({
    method: 'post',
    path: '/reservations',
    operationId: 'reserve',
    request: {
      headers: z.object({ 'idempotency-key': z.string().nullable().default(null) }),
      body: jsonBody(Wanted),
    },
    responses: {
      201: jsonResponse(Reservation),
      404: { description: 'No such item' },
      409: { description: 'Not enough of it' },
    },
  });

  app.openapi(reserve, (c) => {
    const { sku, quantity } = c.req.valid('json');
    const { 'idempotency-key': key } = c.req.valid('header');
    const before = key === null ? undefined : reservations.get(key);
    if (before !== undefined) return c.json(before, 201);
    const available = findAvailable(sku);
    if (available < quantity) throw new HTTPError(409, `Only ${available} left`);
    shelves.set(sku, available - quantity);
    const reservation = { reservation_id: ++reservationCount, sku, quantity };
    if (key !== null) reservations.set(key, reservation);
    return c.json(reservation, 201);
  });
  // #endregion

  // #region health
  const health = createRoute({ method: 'get', path: '/health', responses: ok });
  const ready = createRoute({ method: 'get', path: '/ready', responses: ok });

  app.openapi(health, (c) => c.json({ status: 'ok' }, 200));
  app.openapi(ready, (c) => c.json({ status: 'ready' }, 200));
  // #endregion

  // #region spans
  const readSpans = createRoute({
    method: 'get',
    path: '/spans',
    operationId: 'read_spans',
    request: { query: z.object({ after: int({ ge: 0 }).default(0) }) },
    responses: ok,
  });

  app.openapi(readSpans, (c) => c.json(spans.list(c.req.valid('query').after), 200));
  // #endregion

  return app;
}
