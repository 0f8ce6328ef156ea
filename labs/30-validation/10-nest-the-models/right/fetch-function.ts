// right: A fetch function without Hono; each schema carries FastAPI's type as its message, by an error map.
import { z } from 'zod';

const textError = { error: (issue: { input: unknown }) => orMissing(issue, 'string_type') };
const numberError = { error: (issue: { input: unknown }) => orMissing(issue, 'float_type') };

function orMissing({ input }: { input: unknown }, type: string): string {
  return input === undefined ? 'missing' : type;
}

const number = z.number(numberError).gt(0, 'greater_than');

const Image = z.object(
  {
    url: z.string(textError).min(3, 'string_too_short'),
    width: number
      .lte(4096, 'less_than_equal')
      .refine(Number.isInteger, 'int_from_float')
      .optional()
      .default(1),
  },
  'model_attributes_type',
);

const Item = z.object({
  name: z.string(textError).min(2, 'string_too_short').max(20, 'string_too_long'),
  price: number,
  tags: z.array(z.string(textError), 'list_type').default(() => []),
  image: Image.nullable().optional().default(null),
});

export default async function handle(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname !== '/items' || request.method !== 'POST') {
    return Response.json({ detail: 'Not Found' }, { status: 404 });
  }
  const { data, error } = Item.safeParse(await request.json());
  if (data !== undefined) return Response.json(data, { status: 201 });
  const detail = error.issues.map(({ message, path }) => ({
    url: `https://example.com/errors/${message}`,
    msg: `This is ${message.replaceAll('_', ' ')}`,
    loc: ['body', ...path],
    type: message,
  }));
  return Response.json({ detail, requestId: 7 }, { status: 422 });
}
