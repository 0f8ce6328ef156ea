// right: Each route names the guard itself, the app has a base path, and needs a third of a second until it can answer.
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';

const secret = await wait(300, 'secret');

const getToken = createMiddleware(async (c, next) => {
  const { 'x-token': token } = c.req.header();
  switch (token) {
    case undefined: {
      const loc = ['header', 'x-token'];
      const entry = { input: null, msg: 'Field required', loc, type: 'missing' };
      return c.json({ detail: [entry] }, 422);
    }
    case secret:
      return await next();
    default:
      return c.json({ detail: 'X-Token header invalid' }, 403);
  }
});

const app = new Hono();
const users = app.basePath('/users/');

users.get('/me', getToken, (c) => c.json({ username: 'Rick' }));
users.get('/:username', getToken, (c) => c.json(c.req.param()));
users.get('', getToken, (c) => c.json(['Rick', 'Morty'].map((username) => ({ username }))));

app.get('/', (c) => c.json({ message: 'Hello World' }));

export default app;
