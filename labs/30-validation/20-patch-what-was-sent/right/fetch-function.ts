// right: A fetch function without Hono; it takes each key on its own, undefined for "not sent".
import { z } from 'zod';

const description = z.string().nullable();
const tags = z.array(z.string());
const Item = z.object({
  name: z.string(),
  price: z.number(),
  description: description.optional().transform((text) => text ?? null),
  tags: tags.optional().transform((texts) => texts ?? []),
});
const Patch = Item.extend({ description, tags }).partial();

type Item = z.output<typeof Item>;

const items: Record<string, Item> = Object.create(null);

const answer = (json: unknown, status = 200) => Response.json(json, { status });
const refuse = (error: z.ZodError) => answer({ detail: z.treeifyError(error) }, 422);

export default async function handle(request: Request): Promise<Response> {
  const [, id = ''] = /^\/items\/([^/]+)$/.exec(new URL(request.url).pathname) ?? [];
  if (request.method === 'PUT') {
    const { data, error } = Item.safeParse(await request.json());
    if (error) return refuse(error);
    items[id] = data;
    return answer(data);
  }
  const stored = items[id];
  if (!stored) return answer({ detail: 'Item not found', id }, 404);
  if (request.method === 'PATCH') {
    const { data, error } = Patch.safeParse(await request.json());
    if (error) return refuse(error);
    items[id] = {
      name: data.name ?? stored.name,
      price: data.price ?? stored.price,
      description: data.description === undefined ? stored.description : data.description,
      tags: data.tags ?? stored.tags,
    };
  }
  return answer({ ...items[id], id });
}
