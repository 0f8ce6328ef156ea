// right: CommonJS and Hono, one question after another, with the sentences that FastAPI adds.
const { Hono } = require('hono');

const app = new Hono();

app.post('/quotes', async (c) => {
  const text = await c.req.text();
  let order;
  try {
    order = JSON.parse(text);
  } catch {
    return c.json({ detail: [{ type: 'json_invalid', loc: ['body', 0] }] }, 422);
  }
  if (Object.prototype.toString.call(order) !== '[object Object]') {
    return c.json({ detail: [{ type: 'model_attributes_type', loc: ['body'] }] }, 422);
  }
  const errors = [];
  const add = (type, key, msg, ctx) =>
    errors.push({ type, loc: ['body', key], msg, input: order[key], ctx });

  const { name, seats } = order;
  if (name === undefined) errors.push({ type: 'missing', loc: ['body', 'name'], input: order });
  else if (typeof name !== 'string') add('string_type', 'name', 'Input should be a valid string');
  else if (Array.from(name).length < 2) add('string_too_short', 'name', 'Short', { min_length: 2 });
  else if (Array.from(name).length > 20) add('string_too_long', 'name', 'Long', { max_length: 20 });

  if (seats === undefined) errors.push({ type: 'missing', loc: ['body', 'seats'], input: order });
  else if (!Number.isInteger(seats)) add('int_type', 'seats', 'Input should be a valid integer');
  else if (seats < 1) add('greater_than_equal', 'seats', 'Few', { ge: 1 });
  else if (seats > 10) add('less_than_equal', 'seats', 'Many', { le: 10 });

  if (errors.length > 0) return c.json({ detail: errors, count: errors.length }, 422);
  return c.json({ ...order, total_cents: seats * 4500, currency: 'EUR' });
});

module.exports = app;
