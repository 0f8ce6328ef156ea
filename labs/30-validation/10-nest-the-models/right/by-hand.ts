// right: No schema at all: plain Hono, and functions that read a value or note what is wrong with it.
import { Hono } from 'hono';

type Entry = { type: string; loc: (string | number)[]; msg: string; input: unknown };
type Loc = (string | number)[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function createReader() {
  const detail: Entry[] = [];
  const note = (type: string, loc: Loc, input: unknown) =>
    detail.push({ type, loc, msg: `Wrong: ${type}`, input });

  const readText = (
    parent: Record<string, unknown>,
    key: string,
    loc: Loc,
    min: number,
    max = Infinity,
  ) => {
    const value = parent[key];
    if (!(key in parent)) note('missing', loc, parent);
    else if (typeof value !== 'string') note('string_type', loc, value);
    else if (value.length < min) note('string_too_short', loc, value);
    else if (value.length > max) note('string_too_long', loc, value);
    return value;
  };

  const readNumber = (parent: Record<string, unknown>, key: string, loc: Loc, max = Infinity) => {
    const value = parent[key];
    if (!(key in parent)) note('missing', loc, parent);
    else if (typeof value !== 'number') note('float_type', loc, value);
    else if (value <= 0) note('greater_than', loc, value);
    else if (value > max) note('less_than_equal', loc, value);
    return value;
  };

  const readTags = (tags: unknown) => {
    if (!Array.isArray(tags)) return note('list_type', ['body', 'tags'], tags);
    for (const [index, tag] of tags.entries()) {
      if (typeof tag !== 'string') note('string_type', ['body', 'tags', index], tag);
    }
    return tags;
  };

  const readImage = (image: unknown) => {
    if (image === null) return null;
    const loc = ['body', 'image'];
    if (!isObject(image)) return note('model_attributes_type', loc, image);
    const sized = { width: 1, ...image };
    const url = readText(image, 'url', [...loc, 'url'], 3);
    const width = readNumber(sized, 'width', [...loc, 'width'], 4096);
    if (typeof width === 'number' && width % 1 !== 0) {
      note('int_from_float', [...loc, 'width'], width);
    }
    return { url, width };
  };

  return { detail, readText, readNumber, readTags, readImage };
}

const app = new Hono();

app.post('/items', async (c) => {
  const body: unknown = await c.req.json();
  const sent = isObject(body) ? body : {};
  const { detail, readText, readNumber, readTags, readImage } = createReader();
  const item = {
    name: readText(sent, 'name', ['body', 'name'], 2, 20),
    price: readNumber(sent, 'price', ['body', 'price']),
    tags: readTags('tags' in sent ? sent.tags : []),
    image: readImage('image' in sent ? sent.image : null),
  };
  return detail.length > 0 ? c.json({ detail }, 422) : c.json(item, 201);
});

export default app;
