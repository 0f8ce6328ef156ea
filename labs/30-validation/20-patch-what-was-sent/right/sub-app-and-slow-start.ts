// right: A sub-app below a base path that is slow to start, middleware that finds the item, CORS, and more routes.
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { validator } from 'hono/validator';
import { z } from 'zod';

const texts = z.string().array();
const Item = z.object({
  name: z.string(),
  price: z.number(),
  description: z.string().nullable().prefault(null),
  tags: texts.prefault([]),
});
const Patch = z.object({
  name: z.string().optional(),
  price: z.number().optional(),
  description: z.string().nullish(),
  tags: texts.optional(),
});

type Item = z.infer<typeof Item>;

const items = await wait(300, new Map<string, Item>());

const check = <Schema extends z.ZodType>(schema: Schema) =>
  validator('json', (body): z.infer<Schema> => {
    const { data, error } = schema.safeParse(body);
    if (error) throw new HTTPException(422, { message: error.message });
    return data as z.infer<Schema>;
  });

const findItem = createMiddleware<{ Variables: { item: Item } }>(async (c, next) => {
  const item = items.get(c.req.param('id') ?? '');
  if (!item) return c.json({ detail: 'Item not found' }, 404);
  c.set('item', item);
  return next();
});

const store = new Hono()
  .put('/:id', check(Item), (c) => {
    items.set(c.req.param('id'), c.req.valid('json'));
    return c.json(c.req.valid('json'));
  })
  .get('/:id', findItem, (c) => c.json(c.var.item))
  .patch('/:id', findItem, check(Patch), (c) => {
    const item = structuredClone(c.var.item);
    const { name, price, description, tags } = c.req.valid('json');
    if (name !== undefined) item.name = name;
    if (price !== undefined) item.price = price;
    if (description !== undefined) item.description = description;
    if (tags !== undefined) item.tags = tags;
    items.set(c.req.param('id'), item);
    return c.json(item);
  });

const app = new Hono().basePath('/');
app.use(cors());
app.get('/health', (c) => c.text('ok'));
app.route('/items', store);

export default app;
