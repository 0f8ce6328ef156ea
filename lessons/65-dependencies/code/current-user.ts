import assert from 'node:assert/strict';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';

const userOf = new Map([['secret', 'ada']]);

type Env = { Variables: { user: string } };

const app = new Hono();

// #region user
const findUser = createMiddleware<Env>(async (c, next) => {
  const header = c.req.header('authorization') ?? '';
  const user = userOf.get(/^bearer (.*)$/i.exec(header)?.[1] ?? '');
  if (user === undefined) {
    const headers = { 'www-authenticate': 'Bearer' };
    return c.json({ detail: 'Unauthorized' }, 401, headers);
  }
  c.set('user', user);
  await next();
});

app.get('/me', findUser, (c) => c.json({ user: c.get('user') }));
// #endregion

app.use('/guarded/*', findUser);
app.get('/guarded/here', (c) => c.text('here'));

// @ts-expect-error Nothing at this route promises a user.
app.get('/forgotten', (c) => c.json({ user: c.get('user') ?? 'nobody' }));

const right = await app.request('/me', { headers: { authorization: 'Bearer secret' } });
assert.deepEqual(await right.json(), { user: 'ada' });
for (const authorization of ['', 'secret', 'Basic secret', 'Bearer guess']) {
  const wrong = await app.request('/me', { headers: { authorization } });
  assert.equal(wrong.status, 401, authorization);
  assert.equal(wrong.headers.get('www-authenticate'), 'Bearer');
  assert.deepEqual(await wrong.json(), { detail: 'Unauthorized' });
}

assert.deepEqual(await (await app.request('/forgotten')).json(), { user: 'nobody' });

// Middleware for a path runs where no route is, too. A dependency of FastAPI does not.
assert.equal((await app.request('/guarded/nowhere')).status, 401);
