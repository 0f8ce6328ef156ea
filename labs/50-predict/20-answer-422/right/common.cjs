// right: CommonJS: require and module.exports.
const { Hono } = require('hono');

const isSpelled = (text) => text.trim() !== '' && Number.isFinite(Number(text));

function describe(body, field) {
  const loc = ['body', field];
  const input = body[field];
  const msg = 'Input should be a valid number';
  if (!(field in body)) return [{ type: 'missing', loc, msg: 'Field required', input: body }];
  if (typeof input === 'number') return [];
  if (typeof input !== 'string') return [{ type: 'float_type', loc, msg, input }];
  const longer = `${msg}, unable to parse string as a number`;
  return isSpelled(input) ? [] : [{ type: 'float_parsing', loc, msg: longer, input }];
}

function answer(text) {
  let body = null;
  try {
    if (text !== '') body = JSON.parse(text);
  } catch (error) {
    return [{ type: 'json_invalid', loc: ['body', 'somewhere'], msg: error.message, input: text }];
  }
  if (body === null)
    return [{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }];
  const detail = ['feature1', 'feature2'].flatMap((field) => describe(body, field));
  return detail.length > 0
    ? detail
    : { feature1: Number(body.feature1), feature2: Number(body.feature2) };
}

const app = new Hono();

app.post('/predict', async (c) => {
  const found = answer(await c.req.text());
  return Array.isArray(found) ? c.json({ detail: found }, 422) : c.json(found);
});

module.exports = app;
