// right: It states the contract with @hono/zod-openapi; the patch leaves out the defaults with removeDefault.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const Item = z
  .object({
    name: z.string(),
    price: z.number(),
    description: z.string().nullable().default(null),
    tags: z.array(z.string()).default([]),
  })
  .openapi('Item');

const Patch = z
  .object({
    name: Item.shape.name.optional(),
    price: Item.shape.price.optional(),
    description: Item.shape.description.removeDefault().optional(),
    tags: Item.shape.tags.removeDefault().optional(),
  })
  .openapi('Patch');

const NotFound = z.object({ detail: z.string() });
const content = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
});
const params = z.object({ id: z.string() });
const found = { description: 'The item', ...content(Item) };
const notFound = { description: 'No item', ...content(NotFound) };
const refused = { description: 'A bad value' };

const putItem = createRoute({
  method: 'put',
  path: '/items/{id}',
  request: { params, body: { ...content(Item), required: true } },
  responses: { 200: found, 422: refused },
});
const readItem = createRoute({
  method: 'get',
  path: '/items/{id}',
  request: { params },
  responses: { 200: found, 404: notFound },
});
const patchItem = createRoute({
  method: 'patch',
  path: '/items/{id}',
  request: { params, body: { ...content(Patch), required: true } },
  responses: { 200: found, 404: notFound, 422: refused },
});

const items = new Map<string, z.infer<typeof Item>>();
const noItem = { detail: 'Item not found' };

const app = new OpenAPIHono({
  defaultHook: (result, c) =>
    result.success ? undefined : c.json({ detail: result.error.issues }, 422),
});

app.openapi(putItem, (c) => {
  const item = c.req.valid('json');
  items.set(c.req.valid('param').id, item);
  return c.json(item, 200);
});

app.openapi(readItem, (c) => {
  const item = items.get(c.req.valid('param').id);
  return item === undefined ? c.json(noItem, 404) : c.json(item, 200);
});

app.openapi(patchItem, (c) => {
  const { id } = c.req.valid('param');
  const stored = items.get(id);
  if (stored === undefined) return c.json(noItem, 404);
  const item = Object.assign({}, stored, c.req.valid('json'));
  items.set(id, item);
  return c.json(item, 200);
});

app.doc('/openapi.json', { openapi: '3.1.0', info: { title: 'Items', version: '1.0.0' } });

export default app;
