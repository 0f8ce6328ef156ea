// rejected-by: answers-health-meanwhile
// mistake: Lets `/health` wait until no hash is under way, to be sure of the server.
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { Hono } from 'hono';

const app = new Hono();

const underWay = new Set<Promise<string>>();

const derive = promisify(pbkdf2);

async function computeHash(password: string): Promise<string> {
  const key = await derive(password, 'salt', 100_000, 32, 'sha256');
  return key.toString('hex');
}

function hashPassword(password: string): Promise<string> {
  const hash = computeHash(password);
  underWay.add(hash);
  return hash.finally(() => underWay.delete(hash));
}

app.get('/health', async (c) => {
  await Promise.all(underWay);
  return c.json({ status: 'ok' });
});

app.post('/hash', async (c) => {
  const { password } = await c.req.json();
  return c.json({ hash: await hashPassword(password) });
});

app.post('/verify', async (c) => {
  const { password, hash } = await c.req.json();
  return c.json({ matches: (await hashPassword(password)) === hash });
});

export default app;
