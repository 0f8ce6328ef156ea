// right: A fetch function without Hono, issues that carry FastAPI's type, entries with two more keys.
import { z } from 'zod';

const messages: Record<string, string> = {
  int_parsing: 'Input should be a valid integer, unable to parse string as an integer',
};

const int = z
  .string()
  .refine((text) => /^\s*[-+]?\d[\d_]*(\.0+)?\s*$/.test(text), 'int_parsing')
  .transform((text) => Number(text.replaceAll('_', '')));

const Parameters = z.object({
  item_id: int,
  q: z
    .string()
    .nullish()
    .transform((q) => q ?? null),
  skip: int.pipe(z.number().gte(0, 'greater_than_equal:0')).optional().default(0),
  limit: int
    .pipe(z.number().gte(1, 'greater_than_equal:1').lte(100, 'less_than_equal:100'))
    .optional()
    .default(10),
});

export default function handle(request: Request): Response {
  const { pathname, searchParams } = new URL(request.url);
  const [, item_id] = /^\/items\/([^/]+)$/.exec(pathname) ?? [];
  if (item_id === undefined) return Response.json({ detail: 'Not Found' }, { status: 404 });
  const sent = Object.fromEntries([
    ...searchParams,
    ['item_id', decodeURIComponent(item_id)] as const,
  ]);
  const { data, error } = Parameters.safeParse(sent);
  if (data !== undefined) return Response.json(data);
  const detail = error.issues.map(({ path: [name = ''], message }) => {
    const [type = '', bound] = message.split(':');
    const msg =
      messages[type] ?? `Input should be ${type.split('_', 2).join(' ')} or equal to ${bound}`;
    const loc = [name === 'item_id' ? 'path' : 'query', name];
    const url = `https://example.com/errors/${type}`;
    return { url, type, loc, msg, input: sent[String(name)], ctx: { bound } };
  });
  return Response.json({ detail, requestId: 7 }, { status: 422 });
}
