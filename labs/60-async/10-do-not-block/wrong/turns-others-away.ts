// rejected-by: keeps-requests-apart
// mistake: Answers 503 while a hash is under way.
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { Hono } from 'hono';

const app = new Hono();

let isBusy = false;

const derive = promisify(pbkdf2);

async function hashPassword(password: string): Promise<string> {
  const key = await derive(password, 'salt', 100_000, 32, 'sha256');
  return key.toString('hex');
}

app.get('/health', (c) => c.json({ status: 'ok' }));

app.post('/hash', async (c) => {
  if (isBusy) return c.json({ detail: 'Busy' }, 503);
  isBusy = true;
  try {
    const { password } = await c.req.json();
    return c.json({ hash: await hashPassword(password) });
  } finally {
    isBusy = false;
  }
});

app.post('/verify', async (c) => {
  const { password, hash } = await c.req.json();
  return c.json({ matches: (await hashPassword(password)) === hash });
});

export default app;
