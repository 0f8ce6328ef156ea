// right: @hono/zod-openapi with a hook for the issues; it hands one tag over as a text and several as a list.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const Color = z.enum(['red', 'green', 'blue']);
const isTrue = /^(?:true|1|yes|on|t|y)$/i;
const isFalse = /^(?:false|0|no|off|f|n)$/i;

const Search = z.object({
  'item-query': z.string(),
  tag: z
    .union([z.array(z.string()), z.string().transform((text) => [text])])
    .default([])
    .openapi({ type: 'array', items: { type: 'string' } }),
  exact: z
    .string()
    .refine((text) => isTrue.test(text) || isFalse.test(text))
    .transform((text) => isTrue.test(text))
    .default(false)
    .openapi({ type: 'boolean' }),
});

const Found = z.object({ item_query: z.string(), tags: z.array(z.string()), exact: z.boolean() });

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

const app = new OpenAPIHono({
  defaultHook: (result, c) => {
    if (result.success) return;
    const place = result.target === 'param' ? 'path' : 'query';
    const detail = result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const loc = [place, name];
      const input = (place === 'path' ? c.req.param(name) : c.req.query(name)) ?? null;
      if (place === 'path') {
        const ctx = { expected: "'red', 'green' or 'blue'" };
        return { type: 'enum', loc, msg: `Input should be ${ctx.expected}`, input, ctx };
      }
      if (input === null) return { type: 'missing', loc, msg: 'Field required', input };
      const msg = 'Input should be a valid boolean, unable to interpret input';
      return { type: 'bool_parsing', loc, msg, input };
    });
    return c.json({ detail }, 422);
  },
});

const readModel = createRoute({
  method: 'get',
  path: '/models/{color}',
  request: { params: z.object({ color: Color }) },
  responses: { 200: { description: 'The color', ...json(z.object({ color: Color })) } },
});

const search = createRoute({
  method: 'get',
  path: '/search',
  request: { query: Search },
  responses: { 200: { description: 'What was understood', ...json(Found) } },
});

app.openapi(readModel, (c) => c.json(c.req.valid('param'), 200));
app.openapi(search, (c) => {
  const { 'item-query': itemQuery, tag, exact } = c.req.valid('query');
  return c.json({ item_query: itemQuery, tags: tag, exact }, 200);
});

app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Choose', version: '1.0.0' } });

export default app;
