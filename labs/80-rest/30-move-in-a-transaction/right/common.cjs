// right: CommonJS, a map in place of a database; looks at everything first, then changes both.
const { Hono } = require('hono');

const shelves = new Map();

const app = new Hono();

const show = (name) => ({ copies: shelves.get(name), name, room: 100 - shelves.get(name) });

app.put('/shelves/:name', async (c) => {
  const { name } = c.req.param();
  shelves.set(name, (await c.req.json()).copies);
  return c.json(show(name));
});

app.get('/shelves/:name', (c) => {
  const { name } = c.req.param();
  return shelves.has(name) ? c.json(show(name)) : c.json({ detail: 'Shelf not found' }, 404);
});

app.post('/moves', async (c) => {
  const { source, target, copies } = await c.req.json();
  if (!Number.isInteger(copies) || copies < 1) return c.text('How many?', 422);
  if (![source, target].every((name) => shelves.has(name))) {
    return c.json({ detail: 'Shelf not found' }, 404);
  }
  if (shelves.get(source) < copies || shelves.get(target) + copies > 100) {
    return c.json({ detail: 'Not enough copies or room' }, 409);
  }
  shelves.set(source, shelves.get(source) - copies);
  shelves.set(target, shelves.get(target) + copies);
  return c.json({ target: show(target), source: show(source), copies });
});

module.exports = app;
