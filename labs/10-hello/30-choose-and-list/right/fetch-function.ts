// right: A fetch function without Hono: URLSearchParams, Zod issues that carry the type, entries with more keys.
import { z } from 'zod';

const messages: Record<string, string> = {
  missing: 'Field required',
  enum: "Input should be 'red', 'green' or 'blue'",
  bool_parsing: 'Input should be a valid boolean, unable to interpret input',
};

const Model = z.object({ color: z.enum(['red', 'green', 'blue'], 'enum') });

const Search = z
  .object({
    'item-query': z.string('missing'),
    tag: z.array(z.string()),
    exact: z
      .stringbool({
        truthy: ['TRUE', '1', 'YES', 'ON', 'T', 'Y'],
        falsy: ['FALSE', '0', 'NO', 'OFF', 'F', 'N'],
        error: 'bool_parsing',
      })
      .optional(),
  })
  .transform(({ 'item-query': text, tag, exact = false }) => ({
    item_query: text,
    tags: tag,
    exact,
  }));

function answer(schema: z.ZodType, place: string, sent: Record<string, unknown>): Response {
  const result = schema.safeParse(sent);
  if (result.success) return Response.json(result.data);
  const detail = result.error.issues.map(({ path: [name = ''], message: type }) => ({
    url: `https://example.com/${type}`,
    ctx: {},
    input: sent[String(name)] ?? null,
    msg: messages[type],
    loc: [place, name],
    type,
  }));
  return Response.json({ message: 'Refused', detail }, { status: 422 });
}

export default async function handle(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const [, route, name] = pathname.split('/');
  if (route === 'models') return answer(Model, 'path', { color: decodeURIComponent(name ?? '') });
  if (route !== 'search') return new Response('Not Found', { status: 404 });
  return answer(Search, 'query', {
    'item-query': searchParams.get('item-query') ?? undefined,
    tag: searchParams.getAll('tag'),
    exact: searchParams.get('exact') ?? undefined,
  });
}
