// right: JSON spelled in another way: 1.0 for 1, spaces, keys in another order, a charset, header names in capitals.
import { z } from 'zod';

const Fields = z.object({
  tags: z.array(z.string()),
  description: z.string().nullable(),
  price: z.number(),
  name: z.string(),
});
const Required = Fields.partial({ tags: true, description: true });

const items = new Map();

function spell(value) {
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}.0` : `${value}`;
  if (Array.isArray(value)) return `[ ${value.map(spell).join(', ')} ]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(
    ([key, entry]) => `${JSON.stringify(key)}: ${spell(entry)}`,
  );
  return `{\n  ${pairs.join(',\n  ')}\n}`;
}

function reply(value, status = 200) {
  return new Response(`${spell(value)}\n`, {
    status,
    headers: { 'CONTENT-TYPE': 'Application/JSON; charset="UTF-8"', Server: 'own' },
  });
}

export default async function handle(request) {
  const id = decodeURIComponent(new URL(request.url).pathname.replace('/items/', ''));
  const stored = items.get(id);
  const isPut = request.method === 'PUT';
  if (!isPut && !stored) return reply({ code: 7, detail: 'Item not found' }, 404);
  if (request.method === 'GET') return reply(stored);
  const { data, success } = (isPut ? Required : Fields.partial()).safeParse(await request.json());
  if (!success) return new Response(null, { status: 422 });
  items.set(id, { ...(isPut ? { tags: [], description: null } : stored), ...data });
  return reply(items.get(id));
}
