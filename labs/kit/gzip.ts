import { promisify } from 'node:util';
import { gzip as gzipBytes } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { withReplyHeaders } from './reply-headers.ts';
import { named } from './trace-routes.ts';

const compress = promisify(gzipBytes);

/** What is compressed already, and events, which must not wait for each other. */
const excludedTypes =
  /^(?:application\/(?:x-)?gzip|application\/zip|audio\/.*|font\/woff2?|image\/(?:avif|gif|jpeg|png|webp)|text\/event-stream|video\/.*)$/;

/** A reply that says how long it is need not be read to find it too short. */
const declareLength = withReplyHeaders((headers, _c, { text }) => {
  if (text !== undefined) headers['content-length'] = String(Buffer.byteLength(text));
});

/**
 * Starlette's GZipMiddleware for replies that are sent whole: those of at least `minimumSize` bytes are compressed for
 * clients that take gzip. A reply that is streamed says so by its header `Transfer-Encoding`, and stays as it is.
 */
export function gzip({ minimumSize = 500 }: { minimumSize?: number } = {}): MiddlewareHandler {
  return named('GZip', async (c, next) => {
    await declareLength(c, next);
    const declared = c.res.headers.get('content-length');
    if (declared !== null && Number(declared) < minimumSize) return;
    const { status, headers: given, body } = c.res;
    const isWhole = status !== 206 && body !== null && !given.has('transfer-encoding');
    const [type = ''] = (given.get('content-type') ?? '').toLowerCase().split(';');
    if (!isWhole || given.has('content-encoding') || excludedTypes.test(type.trim())) return;

    let bytes = new Uint8Array(await c.res.arrayBuffer());
    const headers = new Headers(c.res.headers);
    if (bytes.byteLength >= minimumSize) {
      const vary = headers.get('vary');
      headers.set('vary', vary === null ? 'Accept-Encoding' : `Accept-Encoding, ${vary}`);
      // As Starlette asks it: by the word alone, whatever `q` says.
      if (c.req.header('accept-encoding')?.includes('gzip')) {
        bytes = new Uint8Array(await compress(bytes, { level: 9 }));
        headers.set('content-encoding', 'gzip');
      }
    }
    headers.set('content-length', String(bytes.byteLength));
    // Otherwise Hono would copy the old headers over the new ones.
    c.res = undefined;
    c.res = new Response(bytes, { status, headers });
  });
}
