// right: Validated bodies, a comparison that leaks no time, and one hash at a time: only hashes wait for each other.
import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const derive = promisify(pbkdf2);

let last: Promise<unknown> = Promise.resolve();

function derivePassword(password: string): Promise<Buffer> {
  const mine = last.then(() => derive(password, 'salt', 100_000, 32, 'sha256'));
  last = mine.catch(() => {});
  return mine;
}

const Password = z.object({ password: z.string().max(200) });
const Claim = Password.extend({ hash: z.string().regex(/^[\da-f]{64}$/) });

const json = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
});
const answerWith = <Schema extends z.ZodType>(schema: Schema) => ({
  200: { description: 'The answer', ...json(schema) },
});

const app = new OpenAPIHono();

app.get('/health', (c) => c.json({ status: 'ok' }));

app.openapi(
  createRoute({
    method: 'post',
    path: '/hash',
    request: { body: { ...json(Password), required: true } },
    responses: answerWith(z.object({ hash: z.string() })),
  }),
  async (c) => {
    const key = await derivePassword(c.req.valid('json').password);
    return c.json({ hash: key.toString('hex') }, 200);
  },
);

app.openapi(
  createRoute({
    method: 'post',
    path: '/verify',
    request: { body: { ...json(Claim), required: true } },
    responses: answerWith(z.object({ matches: z.boolean() })),
  }),
  async (c) => {
    const { password, hash } = c.req.valid('json');
    const matches = timingSafeEqual(await derivePassword(password), Buffer.from(hash, 'hex'));
    return c.json({ matches }, 200);
  },
);

app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Hashes', version: '1' } });

export default app;
