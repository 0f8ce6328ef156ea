// rejected-by: keeps-requests-apart
// mistake: Keeps the body in a variable outside, where the next request writes over it.
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { Hono } from 'hono';

const app = new Hono();

let claim: { password: string; hash: string };

const derive = promisify(pbkdf2);

async function hashPassword(password: string): Promise<string> {
  const key = await derive(password, 'salt', 100_000, 32, 'sha256');
  return key.toString('hex');
}

app.get('/health', (c) => c.json({ status: 'ok' }));

app.post('/hash', async (c) => {
  const { password } = await c.req.json();
  return c.json({ hash: await hashPassword(password) });
});

app.post('/verify', async (c) => {
  claim = await c.req.json();
  return c.json({ matches: (await hashPassword(claim.password)) === claim.hash });
});

export default app;
