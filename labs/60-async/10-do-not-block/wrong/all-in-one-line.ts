// rejected-by: answers-health-meanwhile
// mistake: Lets every request wait for the one before it, `/health` as well.
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { Hono } from 'hono';

const app = new Hono();

let last: Promise<void> = Promise.resolve();

app.use(async (_c, next) => {
  const mine = last.then(next);
  last = mine.catch(() => {});
  await mine;
});

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
  const { password, hash } = await c.req.json();
  return c.json({ matches: (await hashPassword(password)) === hash });
});

export default app;
