// #region imports
import { createRoute, z } from '@hono/zod-openapi';
import { bool } from '../kit/bool.ts';
import { float } from '../kit/float.ts';
import { HTTPError } from '../kit/http-error.ts';
import { int } from '../kit/int.ts';
import { ok } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';
import { noContent } from '../kit/replies.ts';

// #endregion

// #region app
const app = createLab({ title: 'Hello', version: '1.0.0' });
// #endregion

// #region root
const root = createRoute({ method: 'get', path: '/', responses: ok });

app.openapi(root, (c) => c.json({ message: 'Hello World' }, 200));
// #endregion

// #region item
const readItem = createRoute({
  method: 'get',
  path: '/items/{item_id}',
  operationId: 'read_item',
  tags: ['items'],
  request: {
    params: z.object({ item_id: int() }),
    query: z.object({
      q: z.string().nullable().default(null),
      skip: int({ ge: 0 }).default(0),
      limit: int({ ge: 1, le: 100 }).default(10),
    }),
  },
  responses: { ...ok, 404: { description: 'Item not found' } },
});

app.openapi(readItem, (c) => {
  const { item_id } = c.req.valid('param');
  const { q, skip, limit } = c.req.valid('query');
  if (item_id === 404) {
    throw new HTTPError(404, 'Item not found', { 'X-Error': 'There goes my error' });
  }
  return c.json({ item_id, q, skip, limit }, 200);
});
// #endregion

// #region delete
const deleteItem = createRoute({
  method: 'delete',
  path: '/items/{item_id}',
  operationId: 'delete_item',
  request: { params: z.object({ item_id: int() }) },
  responses: { 204: { description: 'Successful Response' } },
});

app.openapi(deleteItem, (c) => noContent(c));
// #endregion

// #region choice
const Color = z.enum(['red', 'green', 'blue']).openapi('Color');

const byColor = createRoute({
  method: 'get',
  path: '/models/{color}',
  operationId: 'by_color',
  request: { params: z.object({ color: Color }) },
  responses: ok,
});

app.openapi(byColor, (c) => c.json({ color: c.req.valid('param').color }, 200));
// #endregion

// #region bounds
const range = createRoute({
  method: 'get',
  path: '/range/{n}',
  operationId: 'rng',
  request: { params: z.object({ n: int({ ge: 0, le: 1000 }) }) },
  responses: ok,
});

app.openapi(range, (c) => c.json({ n: c.req.valid('param').n }, 200));
// #endregion

// #region rest-of-path
const readFile = createRoute({
  method: 'get',
  path: '/files/{file_path:path}',
  operationId: 'fpath',
  request: { params: z.object({ file_path: z.string() }) },
  responses: ok,
});

app.openapi(readFile, (c) => c.json({ file_path: c.req.valid('param').file_path }, 200));
// #endregion

// #region list
const readTags = createRoute({
  method: 'get',
  path: '/tags',
  request: { query: z.object({ q: z.array(z.string()).default([]) }) },
  responses: ok,
});

app.openapi(readTags, (c) => c.json({ q: c.req.valid('query').q }, 200));
// #endregion

// #region required
const readRequired = createRoute({
  method: 'get',
  path: '/required',
  request: {
    query: z.object({
      needy: z.string(),
      flag: bool().default(false),
      f: float().default(0.5),
    }),
  },
  responses: ok,
});

app.openapi(readRequired, (c) => c.json(c.req.valid('query'), 200));
// #endregion

// #region pattern
const readPattern = createRoute({
  method: 'get',
  path: '/regex',
  request: {
    query: z.object({
      q: z
        .string()
        .min(3)
        .max(8)
        .regex(/^fixed/),
    }),
  },
  responses: ok,
});

app.openapi(readPattern, (c) => c.json({ q: c.req.valid('query').q }, 200));
// #endregion

// #region alias
const readAlias = createRoute({
  method: 'get',
  path: '/alias',
  request: { query: z.object({ 'item-query': z.string() }) },
  responses: ok,
});

app.openapi(readAlias, (c) => c.json({ item_query: c.req.valid('query')['item-query'] }, 200));
// #endregion

// #region slash
const slash = createRoute({ method: 'get', path: '/slash/', responses: ok });

app.openapi(slash, (c) => c.json({ slash: true }, 200));
// #endregion

export default app;
