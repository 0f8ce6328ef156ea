// rejected-by: keeps-requests-apart
// mistake: Lets a request await the hash that is under way for another.
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { Hono } from 'hono';

const app = new Hono();

let underWay: Promise<string> | undefined;

const derive = promisify(pbkdf2);

async function hashPassword(password: string): Promise<string> {
  const key = await derive(password, 'salt', 100_000, 32, 'sha256');
  return key.toString('hex');
}

app.get('/health', (c) => c.json({ status: 'ok' }));

app.post('/hash', async (c) => {
  const { password } = await c.req.json();
  underWay ??= hashPassword(password).finally(() => {
    underWay = undefined;
  });
  return c.json({ hash: await underWay });
});

app.post('/verify', async (c) => {
  const { password, hash } = await c.req.json();
  return c.json({ matches: (await hashPassword(password)) === hash });
});

export default app;
