import type { IncomingMessage } from 'node:http';
import type { Fetch } from './default-export.ts';
import { tellRefusal } from './stage-recorder.ts';

/** More than any request of a lesson needs. */
export const maxBodyBytes = 1024 * 1024;

const isLocal = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;
const isLocalOrigin = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Keeps a lab for those who sit at this machine: a page that made its own name lead here (DNS rebinding) sends that
 * name in `Host` and is refused as Starlette's TrustedHostMiddleware does, and a body beyond `maxBodyBytes` is a 413.
 * CORS does not hold for WebSockets: a page from elsewhere may open one, and is known by its `Origin`.
 */
export function guardLab(fetch: Fetch): Fetch {
  return (request, env) => {
    const headers = readHeaders(env);
    if (!isLocal.test(headers.host ?? '')) return refuse(400, 'Invalid host header');
    if (headers.upgrade?.toLowerCase() === 'websocket') {
      const isForeign = headers.origin !== undefined && !isLocalOrigin.test(headers.origin);
      return isForeign ? refuse(403, 'Invalid origin header') : fetch(request, env);
    }
    const declared = headers['content-length'];
    if (declared !== undefined) {
      return Number(declared) > maxBodyBytes ? refuse(413, tooLong) : fetch(request, env);
    }
    if (headers['transfer-encoding'] === undefined) return fetch(request, env);
    return readBody(request).then((body) =>
      body === undefined ? refuse(413, tooLong) : fetch(new Request(request, { body }), env),
    );
  };
}

const tooLong = 'The body is longer than 1 MiB';

function readHeaders(env: unknown): IncomingMessage['headers'] {
  return Object(Object(env).incoming).headers ?? {};
}

/** A body of unknown length; undefined when it is too long. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function refuse(status: number, words: string): Response {
  tellRefusal();
  return new Response(words, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' },
  });
}
