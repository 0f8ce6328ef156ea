// A fetch handler by itself: `serve({ fetch: raw })` of @hono/node-server serves it without Hono.
import { unescape as decode } from 'node:querystring';
import { setTimeout as wait } from 'node:timers/promises';

// #region raw
export async function raw(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/length') return reply(200, { bytes: await countBytes(request) });
  if (pathname === '/stream') return stream();
  return reply(200, describe(request));
}
// #endregion

// #region scope
function describe(request: Request): object {
  const { protocol, pathname, search } = new URL(request.url);
  // A mounted app gets the path below its own: whoever mounted it says where that is.
  const { 'x-forwarded-prefix': rootPath = '', ...headers } = Object.fromEntries(request.headers);
  return {
    method: request.method,
    scheme: protocol.slice(0, -1),
    root_path: rootPath,
    path: rootPath + decode(pathname),
    query_string: search.slice(1),
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('x-'))),
  };
}
// #endregion

// #region receive
async function countBytes(request: Request): Promise<number> {
  let total = 0;
  for await (const chunk of request.body ?? []) total += chunk.byteLength;
  return total;
}
// #endregion

// #region send
function reply(status: number, value: object): Response {
  const body = JSON.stringify(value);
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
  };
  return new Response(body, { status, headers });
}
// #endregion

// #region stream
function stream(): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return new Response(ReadableStream.from(chunks()), { headers });
}

async function* chunks(): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let number = 0; number < 5; number++) {
    yield encoder.encode(`chunk ${number}\n`);
    await wait(50);
  }
}
// #endregion
