import { request } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { createFetchServer, listenOn } from './listen.ts';

const requests = 12;
/** TypeScript of the kind that handlers are written in. */
const source = `
import { Hono, type Context } from 'hono';
interface Item { name: string; price?: number }
type Reply<T extends object = Item> = { data: T; tags: readonly string[] };
const items = new Map<string, Item>();
export const find = async (c: Context, id: string): Promise<Reply | undefined> => {
  const item = items.get(id) as Item | undefined;
  return item === undefined ? undefined : ({ data: item!, tags: [] } satisfies Reply);
};
export default new Hono().get('/items/:id', async (c) => c.json({ ...(await find(c, c.req.param('id'))) }));
`;

/**
 * Serves an app of its own for a moment, so that the code every handler needs is loaded and compiled before the
 * handler comes. It ends as soon as `isWanted` says that the order has come, and leaves nothing behind.
 */
export async function rehearse(isWanted: () => boolean): Promise<void> {
  const [{ Hono }, { z }] = await Promise.all([import('hono'), import('zod')]);
  for (let round = 0; round < 3; round++) stripTypeScriptTypes(source);
  const body = z.object({ number: z.number() });
  const app = new Hono().post('/rehearsal/:name', async (c) => {
    const { success, data, error } = body.safeParse(await c.req.json());
    return success ? c.json(data, 200) : c.json({ detail: error.issues }, 422);
  });
  // The global Request and Response stay as they are: a handler finds the same ones with and without a rehearsal.
  const server = createFetchServer((incoming) => app.fetch(incoming), {
    overrideGlobalObjects: false,
  });
  try {
    const port = await listenOn(server, 0, false);
    for (let sent = 0; sent < requests && port !== undefined && !isWanted(); sent++) {
      await send(port, JSON.stringify({ number: sent % 2 === 0 ? sent : 'none' }));
    }
  } catch {
    // Without a rehearsal the first replies are slower, and nothing else.
  } finally {
    server.close();
  }
}

function send(port: number, body: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const sent = request({
    host: '127.0.0.1',
    port,
    method: 'POST',
    path: '/rehearsal/first?of=many',
    headers: { 'content-type': 'application/json' },
    agent: false,
  });
  sent.on('error', reject);
  sent.on('response', (response) => response.resume().on('end', () => resolve()));
  sent.end(body);
  return promise;
}
