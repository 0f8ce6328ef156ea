// rejected-by: hashes-the-password
// mistake: Takes scrypt, which is asynchronous too and makes another hash.
import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { Hono } from 'hono';

const app = new Hono();

const derive = promisify(scrypt) as (
  password: string,
  salt: string,
  length: number,
) => Promise<Buffer>;

async function hashPassword(password: string): Promise<string> {
  const key = await derive(password, 'salt', 32);
  return key.toString('hex');
}

app.get('/health', (c) => c.json({ status: 'ok' }));

app.post('/hash', async (c) => {
  const { password } = await c.req.json();
  return c.json({ hash: await hashPassword(password) });
});

app.post('/verify', async (c) => {
  const { password, hash } = await c.req.json();
  return c.json({ matches: (await hashPassword(password)) === hash });
});

export default app;
