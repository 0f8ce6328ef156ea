// right: JavaScript without types, JSON with spaces and escapes, a charset and a header in capitals.
import { Hono } from 'hono';

const escapeLetters = (json) =>
  json.replace(/[^ -~\n]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

const reply = (value) =>
  new Response(`${escapeLetters(JSON.stringify(value, null, 2))}\n`, {
    headers: { 'CONTENT-TYPE': 'Application/JSON; charset="UTF-8"', 'X-Powered-By': 'patience' },
  });

const app = new Hono();

app.get('/v1/greeting/:name', (c) => reply({ message: `Hello, ${c.req.param('name')}` }));
app.get('/v2/greeting/:name', (c) => reply({ lang: 'en', text: `Hello, ${c.req.param('name')}` }));
app.all('*', (c) => c.json({ detail: 'Not Found' }, 404));

export default app;
