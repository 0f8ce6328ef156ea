// right: CommonJS, an array as the store, and items frozen so that nobody changes them.
const { Hono } = require('hono');
const { z } = require('zod');

const fields = {
  name: z.string(),
  price: z.number(),
  description: z.nullable(z.string()),
  tags: z.array(z.string()),
};
const Whole = z.object({
  ...fields,
  description: fields.description.default(null),
  tags: fields.tags.default(() => []),
});
const Changes = z.object(fields).partial();

let rows = [];
const find = (id) => rows.find((row) => row.id === id);

function save(id, item) {
  rows = [...rows.filter((row) => row.id !== id), Object.freeze({ ...item, id })];
  return find(id);
}

const app = new Hono();

app.put('/items/:id', async (c) => {
  const { success, data } = Whole.safeParse(await c.req.json());
  return success ? c.json(save(c.req.param('id'), data)) : c.json({ detail: [] }, 422);
});

app.on(['GET', 'PATCH'], '/items/:id', async (c) => {
  const item = find(c.req.param('id'));
  if (!item) return c.json({ detail: 'Item not found' }, 404);
  if (c.req.method === 'GET') return c.json(item);
  const { success, data } = Changes.safeParse(await c.req.json());
  if (!success) return c.text('No', 422);
  return c.json(save(item.id, { ...item, ...data }));
});

module.exports = app;
