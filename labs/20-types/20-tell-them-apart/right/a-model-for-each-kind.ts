// right: No union: a table of models, looked up by the kind; more routes, and a charset.
import { Hono } from 'hono';
import { z } from 'zod';

const models = {
  deposit: z
    .object({ amount: z.number() })
    .transform(({ amount }) => ({ kind: 'deposit', change: amount })),
  transfer: z
    .object({ amount: z.number(), to: z.string() })
    .transform(({ amount, to }) => ({ to, change: 0 - amount, kind: 'transfer' })),
  close: z
    .object({ reason: z.string().nullable().default(null) })
    .transform(({ reason }) => ({ kind: 'close', change: 0, reason })),
};

const isKind = (kind: unknown): kind is keyof typeof models =>
  typeof kind === 'string' && Object.hasOwn(models, kind);

const app = new Hono();

const json = { 'content-type': 'application/json; charset=utf-8' };
const send = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body, null, 2), { status, headers: json });

app.get('/movements', () => send(Object.keys(models)));

app.post('/movements', async (c) => {
  const body = await c.req.json();
  const kind: unknown = body?.kind;
  if (!isKind(kind)) {
    const type = kind === undefined ? 'union_tag_not_found' : 'union_tag_invalid';
    return send({ detail: [{ type, loc: ['body'] }] }, 422);
  }
  const result = models[kind].safeParse(body);
  if (result.success) return send(result.data);
  const detail = result.error.issues.map(({ code, path }) => ({
    type: code === 'invalid_type' && !Object.hasOwn(body, path[0] ?? '') ? 'missing' : code,
    loc: ['body', kind, ...path],
    url: 'https://zod.dev',
  }));
  return send({ detail }, 422);
});

export default app;
