// right: Plain Hono and a test for each key; it changes the stored object itself, once all tests have passed.
import { Hono } from 'hono';

const isTexts = (value: unknown) =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

const tests: Record<string, (value: unknown) => boolean> = {
  name: (value) => typeof value === 'string',
  price: (value) => typeof value === 'number',
  description: (value) => value === null || typeof value === 'string',
  tags: isTexts,
};

type Item = Record<string, unknown>;

const items = new Map<string, Item>();

/** The keys of an item that were sent; undefined when one of them is bad. */
function readKeys(body: Item): Item | undefined {
  const sent = Object.keys(tests).filter((key) => key in body);
  if (!sent.every((key) => tests[key]?.(body[key]))) return undefined;
  return Object.fromEntries(sent.map((key) => [key, body[key]]));
}

const app = new Hono();

app
  .put('/items/:id', async (c) => {
    const keys = readKeys(await c.req.json());
    if (!keys || !('name' in keys && 'price' in keys)) return c.json({ detail: 'Bad item' }, 422);
    const item = { description: null, tags: [], ...keys };
    items.set(c.req.param('id'), item);
    return c.json(item);
  })
  .get((c) => {
    const item = items.get(c.req.param('id') ?? '');
    return item ? c.json(item) : c.json({ detail: 'Item not found' }, 404);
  })
  .patch(async (c) => {
    const changes = readKeys(await c.req.json());
    if (!changes) return c.json({ detail: 'Bad patch' }, 422);
    const item = items.get(c.req.param('id') ?? '');
    if (!item) return c.json({ detail: 'Item not found' }, 404);
    return c.json(Object.assign(item, changes));
  });

export default app;
