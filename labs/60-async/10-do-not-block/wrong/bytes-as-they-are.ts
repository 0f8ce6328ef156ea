// rejected-by: hashes-the-password
// mistake: Sends the key as the callback gets it, without hex.
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { Hono } from 'hono';

const app = new Hono();

const derive = promisify(pbkdf2);

async function hashPassword(password: string): Promise<Buffer> {
  return await derive(password, 'salt', 100_000, 32, 'sha256');
}

app.get('/health', (c) => c.json({ status: 'ok' }));

app.post('/hash', async (c) => {
  const { password } = await c.req.json();
  return c.json({ hash: await hashPassword(password) });
});

app.post('/verify', async (c) => {
  const { password, hash } = await c.req.json();
  return c.json({ matches: (await hashPassword(password)).toString('hex') === hash });
});

export default app;
