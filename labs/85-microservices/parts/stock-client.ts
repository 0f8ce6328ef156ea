import { z } from '@hono/zod-openapi';
import { HTTPError } from '../../kit/http-error.ts';
import type { StockProcess } from './stock-process.ts';
import { currentTrace, type SpanLog, startSpan, writeTraceparent } from './tracing.ts';

export type StockRequest = {
  method: 'GET' | 'POST';
  path: string;
  json?: object;
  idempotencyKey?: string | null;
};

export type StockReply = { status: number; json: unknown };

/** Sends one request to stock, once. Throws a 504 where no reply came in time, a 502 where none or a bad one came. */
export type SendToStock = (request: StockRequest) => Promise<StockReply>;

// #region send
/** How long a reply of stock is waited for. */
const timeoutMs = 1000;

/** Each request is a span of its own, within the trace of whoever sends it. */
export function createStockClient(stock: StockProcess, spans: SpanLog): SendToStock {
  async function send(request: StockRequest, traceId: string | undefined): Promise<StockReply> {
    const { method, path, json, idempotencyKey } = request;
    const headers = {
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey == null ? {} : { 'idempotency-key': idempotencyKey }),
      ...(traceId === undefined ? {} : { traceparent: writeTraceparent(traceId) }),
    };
    const url = (await stock.url()) + path;
    const body = json && JSON.stringify(json);
    const signal = AbortSignal.timeout(timeoutMs);
    const reply = await fetch(url, { method, headers, body, signal });
    return { status: reply.status, json: z.json().parse(await reply.json()) };
  }

  return async (request) => {
    const traceId = currentTrace.getStore();
    const end = startSpan('orders', `${request.method} stock${request.path}`, traceId);
    try {
      const reply = await send(request, traceId);
      spans.add(end(reply.status));
      if (reply.status < 500) return reply;
      // #region faults
    } catch (error) {
      spans.add(end(0));
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      if (isLate) throw new HTTPError(504, 'Stock did not answer in time');
      throw new HTTPError(502, 'Stock cannot be reached');
    }
    throw new HTTPError(502, 'Stock failed');
    // #endregion
  };
}
// #endregion
