// right: JavaScript without types, an object with a fetch method, and numbers as text taken as FastAPI takes them.
import { z } from 'zod';

const toNumber = (value) =>
  typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value))
    ? Number(value)
    : value;

const number = (schema) => z.preprocess(toNumber, schema);

const Image = z.object({
  url: z.string().min(3),
  width: number(z.int().min(1).max(4096).default(1)),
});

const Item = z.object({
  name: z.string().min(2).max(20),
  price: number(z.number().positive()),
  tags: z.array(z.string()).default([]),
  image: Image.nullable().default(null),
});

const types = {
  too_small: { string: 'string_too_short', number: 'greater_than' },
  too_big: { string: 'string_too_long', number: 'less_than_equal' },
  invalid_type: { string: 'string_type', array: 'list_type', object: 'model_attributes_type' },
};

/** Looks along the path in what was sent, to see whether anything stands at its end. */
function isSent(body, path) {
  let value = body;
  for (const step of path) value = value?.[step];
  return value !== undefined;
}

class ItemsApi {
  async fetch(request) {
    const body = await request.json();
    const result = Item.safeParse(body);
    if (result.success) return Response.json(result.data, { status: 201 });
    const detail = result.error.issues.map(({ code, path, origin, expected }) => {
      const type = isSent(body, path) ? types[code]?.[origin ?? expected] : 'missing';
      return { loc: ['body', ...path], type: type ?? 'other' };
    });
    return Response.json({ detail }, { status: 422 });
  }
}

export default new ItemsApi();
