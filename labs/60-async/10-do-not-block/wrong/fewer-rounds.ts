// rejected-by: hashes-the-password
// mistake: Makes the hash quick by taking fewer rounds.
import { pbkdf2Sync } from 'node:crypto';
import { Hono } from 'hono';

const app = new Hono();

function hashPassword(password: string): string {
  return pbkdf2Sync(password, 'salt', 1000, 32, 'sha256').toString('hex');
}

app.get('/health', (c) => c.json({ status: 'ok' }));

app.post('/hash', async (c) => {
  const { password } = await c.req.json();
  return c.json({ hash: hashPassword(password) });
});

app.post('/verify', async (c) => {
  const { password, hash } = await c.req.json();
  return c.json({ matches: hashPassword(password) === hash });
});

export default app;
