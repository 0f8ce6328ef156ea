import type { MiddlewareHandler } from 'hono';
import { withReplyHeaders } from './reply-headers.ts';
import { named } from './trace-routes.ts';

/** Adds `X-Process-Time`: how long the reply took to make, in seconds. */
export function processTime(): MiddlewareHandler {
  const addTime = withReplyHeaders((headers, _c, { startedAtMs }) => {
    headers['x-process-time'] = String((performance.now() - startedAtMs) / 1000);
  });
  return named('process time', addTime);
}
