// rejected-by: answers-health-meanwhile
// mistake: Mends POST /hash and forgets POST /verify.
import { pbkdf2, pbkdf2Sync } from 'node:crypto';
import { promisify } from 'node:util';
import { Hono } from 'hono';

const app = new Hono();

const derive = promisify(pbkdf2);

async function hashPassword(password: string): Promise<string> {
  const key = await derive(password, 'salt', 100_000, 32, 'sha256');
  return key.toString('hex');
}

function hashPasswordSync(password: string): string {
  return pbkdf2Sync(password, 'salt', 100_000, 32, 'sha256').toString('hex');
}

app.get('/health', (c) => c.json({ status: 'ok' }));

app.post('/hash', async (c) => {
  const { password } = await c.req.json();
  return c.json({ hash: await hashPassword(password) });
});

app.post('/verify', async (c) => {
  const { password, hash } = await c.req.json();
  return c.json({ matches: hashPasswordSync(password) === hash });
});

export default app;
