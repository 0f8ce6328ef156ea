import type { Context } from 'hono';
import { takeReplyHeaders } from './reply-headers.ts';
import { writePythonJson } from './write-python-json.ts';

/** A reply in FastAPI's form for errors: `{"detail": ...}`. */
export function detailReply(
  c: Context,
  status: number,
  detail: unknown,
  headers: Record<string, string> = {},
): Response {
  // FastAPI writes errors one call nearer to the surface than results, so they may nest one level deeper.
  const body = writePythonJson({ detail }, 'json', -1);
  // Named here so that a reply to HEAD, which loses its body, keeps its length.
  const length = String(Buffer.byteLength(body));
  return new Response(body, {
    status,
    headers: {
      ...takeReplyHeaders(c),
      'content-type': 'application/json',
      'content-length': length,
      ...headers,
    },
  });
}

/** 405: the path is known, the method is not. */
export function methodNotAllowed(c: Context, allow: string): Response {
  return detailReply(c, 405, 'Method Not Allowed', { allow });
}

/** 307: the same request, there. What a URL cannot hold is percent-encoded; a `%` is taken as it is. */
export function redirect(url: string): Response {
  const location = url.replaceAll(/[^\w.~:/%#?=@[\]!$&'()*+,;-]+/g, encodeURIComponent);
  return new Response(null, { status: 307, headers: { location, 'content-length': '0' } });
}

/** 204: done, and nothing to say. FastAPI names a content type all the same. */
export function noContent(c: Context) {
  return c.body(null, 204, { 'content-type': 'application/json' });
}
