// rejected-by: verifies-the-password
// mistake: Takes the promise of an answer for a yes.
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { Hono } from 'hono';

const app = new Hono();

const derive = promisify(pbkdf2);

async function hashPassword(password: string): Promise<string> {
  const key = await derive(password, 'salt', 100_000, 32, 'sha256');
  return key.toString('hex');
}

async function verify(password: string, hash: string): Promise<boolean> {
  return (await hashPassword(password)) === hash;
}

app.get('/health', (c) => c.json({ status: 'ok' }));

app.post('/hash', async (c) => {
  const { password } = await c.req.json();
  return c.json({ hash: await hashPassword(password) });
});

app.post('/verify', async (c) => {
  const { password, hash } = await c.req.json();
  const isRight = verify(password, hash);
  return c.json({ matches: Boolean(isRight) });
});

export default app;
