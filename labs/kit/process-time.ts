import type { MiddlewareHandler } from 'hono';
import { withReplyHeaders } from './reply-headers.ts';

/** Adds `X-Process-Time`: how long the reply took to make, in seconds. */
export function processTime(): MiddlewareHandler {
  return withReplyHeaders((headers, _c, startedAtMs) => {
    headers['x-process-time'] = String((performance.now() - startedAtMs) / 1000);
  });
}
