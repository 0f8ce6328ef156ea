// right: It states the contract with @hono/zod-openapi, coerces, and checks path and query together in the handler.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const int = z.string().min(1).pipe(z.coerce.number()).pipe(z.int());
const Path = z.object({ item_id: int });
const Query = z.object({
  q: z.string().optional(),
  skip: int.pipe(z.number().min(0)).default(0),
  limit: int.pipe(z.number().min(1).max(100)).default(10),
});

const readItem = createRoute({
  method: 'get',
  path: '/items/{item_id}',
  request: {
    params: z.object({ item_id: z.string() }),
    query: z.object({
      q: z.string().optional(),
      skip: z.string().optional(),
      limit: z.string().optional(),
    }),
  },
  responses: { 200: { description: 'The parameters' }, 422: { description: 'What is wrong' } },
});

function toEntries(part: string, sent: object, error: z.ZodError | undefined) {
  return (error?.issues ?? []).map((issue) => {
    const [name = ''] = issue.path;
    const input: unknown = Object.entries(sent).find(([key]) => key === name)?.[1];
    const at = { loc: [part, name], input };
    if (issue.code === 'too_small' && issue.origin !== 'string') {
      const msg = `Input should be greater than or equal to ${issue.minimum}`;
      return { ...at, type: 'greater_than_equal', msg, ctx: { ge: issue.minimum } };
    }
    if (issue.code === 'too_big') {
      const msg = `Input should be less than or equal to ${issue.maximum}`;
      return { ...at, type: 'less_than_equal', msg, ctx: { le: issue.maximum } };
    }
    const msg = 'Input should be a valid integer, unable to parse string as an integer';
    return { ...at, type: 'int_parsing', msg };
  });
}

const app = new OpenAPIHono();

app.openapi(readItem, (c) => {
  const sentPath = c.req.valid('param');
  const sentQuery = c.req.valid('query');
  const path = Path.safeParse(sentPath);
  const query = Query.safeParse(sentQuery);
  if (path.success && query.success) {
    const { q = null, ...page } = query.data;
    return c.json({ ...path.data, q, ...page }, 200);
  }
  const detail = [
    ...toEntries('path', sentPath, path.error),
    ...toEntries('query', sentQuery, query.error),
  ];
  return c.json({ detail }, 422);
});

export default app;
