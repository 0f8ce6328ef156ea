// right: CommonJS, and a table of rules that a small walker follows; an id beside the item.
const { Hono } = require('hono');

const text =
  (min = 0, max = Number.POSITIVE_INFINITY) =>
  (value, loc, add) => {
    if (typeof value !== 'string') return add('string_type', loc);
    if (value.length < min) return add('string_too_short', loc);
    if (value.length > max) return add('string_too_long', loc);
    return value;
  };

const number = (isFine, max) => (value, loc, add) => {
  if (typeof value !== 'number' || !isFine(value)) return add('no_number', loc);
  if (value <= 0) return add('greater_than', loc);
  if (value > max) return add('less_than_equal', loc);
  return value;
};

const list = (rule) => (value, loc, add) => {
  if (!Array.isArray(value)) return add('list_type', loc);
  return value.map((entry, index) => rule(entry, [...loc, index], add));
};

const orNull = (rule) => (value, loc, add) => (value === null ? null : rule(value, loc, add));

const model = (fields) => (value, loc, add) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return add('model_attributes_type', loc);
  }
  const result = {};
  for (const [key, { rule, fallback }] of Object.entries(fields)) {
    const place = [...loc, key];
    if (Object.hasOwn(value, key)) result[key] = rule(value[key], place, add);
    else if (fallback === undefined) add('missing', place);
    else result[key] = fallback;
  }
  return result;
};

const Image = model({
  url: { rule: text(3) },
  width: { rule: number(Number.isInteger, 4096), fallback: 1 },
});
const Item = model({
  name: { rule: text(2, 20) },
  price: { rule: number(Number.isFinite, Number.POSITIVE_INFINITY) },
  tags: { rule: list(text()), fallback: [] },
  image: { rule: orNull(Image), fallback: null },
});

let lastId = 0;
const app = new Hono();

app.post('/items', async (c) => {
  const detail = [];
  const add = (type, loc) => detail.push({ type, loc });
  const item = Item(await c.req.json(), ['body'], add);
  if (detail.length > 0) return c.json({ detail }, 422);
  lastId += 1;
  return c.json({ id: lastId, ...item }, 201);
});

module.exports = app;
