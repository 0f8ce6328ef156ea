// right: It states the contract with @hono/zod-openapi, and one hook names what is wrong in all routes.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const Image = z
  .object({ url: z.string().min(3), width: z.number().int().gt(0).lte(4096).default(1) })
  .openapi('Image');

const Item = z
  .object({
    name: z.string().min(2).max(20),
    price: z.number().gt(0),
    tags: z.string().array().default([]),
    image: Image.nullable().default(null),
  })
  .openapi('Item');

const createItem = createRoute({
  method: 'post',
  path: '/items',
  request: { body: { content: { 'application/json': { schema: Item } }, required: true } },
  responses: {
    201: { description: 'The item', content: { 'application/json': { schema: Item } } },
    422: { description: 'What is wrong' },
  },
});

const names: Record<string, string> = {
  'too_small string': 'string_too_short',
  'too_small number': 'greater_than',
  'too_big string': 'string_too_long',
  'too_big number': 'less_than_equal',
  'invalid_type string': 'string_type',
  'invalid_type array': 'list_type',
  'invalid_type object': 'model_attributes_type',
};

const app = new OpenAPIHono({
  defaultHook: (result, c) => {
    if (result.success) return undefined;
    const detail = result.error.issues.map((issue) => {
      const isMissing = issue.message.endsWith('received undefined');
      const about = 'origin' in issue ? issue.origin : 'expected' in issue ? issue.expected : '';
      const type = isMissing ? 'missing' : (names[`${issue.code} ${about}`] ?? issue.code);
      return { type, loc: ['body', ...issue.path], msg: issue.message };
    });
    return c.json({ detail }, 422);
  },
});

app.openapi(createItem, (c) => c.json(c.req.valid('json'), 201));
app.doc('/openapi.json', { openapi: '3.1.0', info: { title: 'Items', version: '1.0.0' } });

export default app;
