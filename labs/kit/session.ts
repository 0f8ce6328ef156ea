import type { Context, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { readCookies } from './parameters.ts';
import { addVary, withReplyHeaders } from './reply-headers.ts';
import { createTimestampSigner } from './timestamp-signer.ts';
import { named } from './trace-routes.ts';
import { writeFloat } from './write-python-json.ts';

export type SessionOptions = {
  secretKey: string;
  /** Starlette's own is 14 days. */
  maxAgeSeconds?: number;
};

/** What is remembered of a client: it goes into a cookie as JSON, signed, for everyone to read. */
class Session extends Map<string, unknown> {
  isAccessed = false;
  isModified = false;

  override set(key: string, value: unknown): this {
    this.isModified = true;
    return super.set(key, value);
  }
  override delete(key: string): boolean {
    this.isModified = true;
    return super.delete(key);
  }
  override clear(): void {
    this.isModified = true;
    super.clear();
  }
}

const sessions = new WeakMap<Context, Session>();

const storedSchema = z.record(z.string(), z.unknown());
const cookieName = 'session';
const flags = 'httponly; samesite=lax';

/**
 * Starlette's SessionMiddleware: a session in a signed cookie, in the same form. A cookie that was changed, or is too
 * old, is an empty session and no error. The reply sets the cookie only when the session has changed.
 */
export function session({
  secretKey,
  maxAgeSeconds = 14 * 24 * 60 * 60,
}: SessionOptions): MiddlewareHandler {
  const signer = createTimestampSigner(secretKey);
  const varyByCookie = withReplyHeaders((headers, c) => {
    if (sessions.get(c)?.isAccessed) addVary(headers, 'Cookie');
  });

  return named('sessions', async (c, next) => {
    const cookie = readCookies(c.req.header('cookie') ?? '').get(cookieName);
    const stored = cookie === undefined ? undefined : signer.unsign(cookie, maxAgeSeconds);
    const opened = new Session(stored === undefined ? [] : Object.entries(readJson(stored)));
    // The constructor sets the entries, which is no change.
    opened.isModified = false;
    sessions.set(c, opened);
    await varyByCookie(c, next);
    if (!opened.isModified) return;
    if (opened.size > 0) {
      const signed = signer.sign(Buffer.from(dumpJson(opened)).toString('base64'));
      setCookie(c, `${signed}; path=/; Max-Age=${maxAgeSeconds}`);
    } else if (stored !== undefined) {
      setCookie(c, 'null; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT');
    }
  });
}

/** The session of the client that asks: Starlette's `request.session`. */
export function readSession(c: Context): Map<string, unknown> {
  const opened = sessions.get(c);
  if (opened === undefined) throw new Error('There is no session: the middleware is not used.');
  opened.isAccessed = true;
  return opened;
}

function setCookie(c: Context, value: string): void {
  c.res.headers.append('set-cookie', `${cookieName}=${value}; ${flags}`);
}

function readJson(base64: string): Record<string, unknown> {
  return storedSchema.parse(JSON.parse(Buffer.from(base64, 'base64').toString('utf8')));
}

/** JSON as Python's `json.dumps` writes it by default: with spaces, and in ASCII only. */
function dumpJson(value: unknown): string {
  if (typeof value === 'string') return dumpText(value);
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return writeFloat(value, 'json');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(dumpJson).join(', ')}]`;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return `{${entries.map(([key, entry]) => `${dumpText(String(key))}: ${dumpJson(entry)}`).join(', ')}}`;
}

function dumpText(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
