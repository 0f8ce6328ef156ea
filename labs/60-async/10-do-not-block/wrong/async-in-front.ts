// rejected-by: answers-health-meanwhile
// mistake: Writes `async` in front of a function that blocks.
import { pbkdf2Sync } from 'node:crypto';
import { Hono } from 'hono';

const app = new Hono();

async function hashPassword(password: string): Promise<string> {
  return pbkdf2Sync(password, 'salt', 100_000, 32, 'sha256').toString('hex');
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
