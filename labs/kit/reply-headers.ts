import type { Context, MiddlewareHandler } from 'hono';

/** What is known of a reply being made: `startedAtMs` is when the request came in, `text` its body where the kit wrote it. */
type ReplyNews = { startedAtMs: number; text?: string };

/** Adds its headers to those of the reply being made. */
export type AddHeaders = (headers: Record<string, string>, c: Context, news: ReplyNews) => void;

type Pending = { startedAtMs: number; additions: AddHeaders[]; isTaken: boolean };
type PendingEnv = { Variables: { pendingHeaders: Pending | undefined } };

/**
 * Middleware that adds headers to every reply. The kit's own replies take them while they are made, which is
 * much cheaper than changing a finished one; any other reply is given them afterwards.
 */
export function withReplyHeaders(add: AddHeaders): MiddlewareHandler {
  return (c: Context<PendingEnv>, next) => {
    const pending = c.get('pendingHeaders');
    if (pending === undefined) return begin(c, add, next);
    pending.additions.push(add);
    return next();
  };
}

async function begin(c: Context<PendingEnv>, add: AddHeaders, next: () => Promise<void>) {
  const pending = { startedAtMs: performance.now(), additions: [add], isTaken: false };
  c.set('pendingHeaders', pending);
  await next();
  if (pending.isTaken) return;
  for (const [name, value] of Object.entries(takeReplyHeaders(c))) {
    if (name === 'vary') c.res.headers.append(name, value);
    else c.res.headers.set(name, value);
  }
}

/** Adds a name to `Vary`. The outer middleware is asked first, and in Starlette it is the last to add its own. */
export function addVary(headers: Record<string, string>, name: string): void {
  headers.vary = headers.vary === undefined ? name : `${name}, ${headers.vary}`;
}

/** The headers that middleware wants on the reply being made, as a new object; `text` is its whole body. */
export function takeReplyHeaders(c: Context<PendingEnv>, text?: string): Record<string, string> {
  const headers: Record<string, string> = {};
  const pending = c.get('pendingHeaders');
  if (pending === undefined) return headers;
  pending.isTaken = true;
  const news = { startedAtMs: pending.startedAtMs, text };
  for (const add of pending.additions) add(headers, c, news);
  return headers;
}

/** A finished reply with the headers that middleware wants on it. */
export function withPendingHeaders(c: Context, reply: Response): Response {
  for (const [name, value] of Object.entries(takeReplyHeaders(c))) reply.headers.set(name, value);
  return reply;
}
