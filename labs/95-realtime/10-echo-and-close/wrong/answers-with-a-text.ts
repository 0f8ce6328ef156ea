// rejected-by: opens-with-the-token
// mistake: Answers the handshake with a text, as if it were a request like any other.
import { Hono } from 'hono';

const app = new Hono();

app.get('/ws', (c) => {
  if (c.req.query('token') !== 'secret') return c.body(null, 403);
  return c.text('echo: ');
});

export default app;
