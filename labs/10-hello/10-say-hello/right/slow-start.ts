// right: It needs a third of a second until it can answer, as if it read its settings first.
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';

const greeting = await wait(300, 'Hello');

const app = new Hono();

app
  .get('/', (c) => c.json({ message: `${greeting} World` }))
  .get('/hello/:name', (c) => c.json({ message: [greeting, c.req.param('name')].join(', ') }))
  .notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
