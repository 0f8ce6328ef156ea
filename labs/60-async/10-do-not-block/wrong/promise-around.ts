// rejected-by: answers-health-meanwhile
// mistake: Makes a promise around the call that blocks.
import { pbkdf2Sync } from 'node:crypto';
import { Hono } from 'hono';

const app = new Hono();

function hashPassword(password: string): Promise<string> {
  return new Promise((resolve) => {
    resolve(pbkdf2Sync(password, 'salt', 100_000, 32, 'sha256').toString('hex'));
  });
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
