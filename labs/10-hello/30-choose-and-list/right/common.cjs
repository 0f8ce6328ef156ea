// right: CommonJS: require, module.exports, and a switch over the words.
const { Hono } = require('hono');

function readBoolean(text) {
  switch (text.toLowerCase()) {
    case 'true':
    case '1':
    case 'yes':
    case 'on':
    case 't':
    case 'y':
      return true;
    case 'false':
    case '0':
    case 'no':
    case 'off':
    case 'f':
    case 'n':
      return false;
    default:
      return undefined;
  }
}

const app = new Hono();

app.get('/models/:color', (c) => {
  const { color: input } = c.req.param();
  if (input === 'red' || input === 'green' || input === 'blue') return c.json({ color: input });
  const msg = "Input should be 'red', 'green' or 'blue'";
  return c.json({ detail: [{ type: 'enum', loc: ['path', 'color'], msg, input }] }, 422);
});

app.get('/search', (c) => {
  const { 'item-query': text, exact = 'no' } = c.req.query();
  const detail = [];
  if (text === undefined) {
    const loc = ['query', 'item-query'];
    detail.push({ type: 'missing', loc, msg: 'Field required', input: null });
  }
  const isExact = readBoolean(exact);
  if (isExact === undefined) {
    const msg = 'Input should be a valid boolean, unable to interpret input';
    detail.push({ type: 'bool_parsing', loc: ['query', 'exact'], msg, input: exact });
  }
  if (detail.length > 0) return c.json({ detail }, 422);
  return c.json({ item_query: text, tags: c.req.queries('tag') || [], exact: isExact });
});

module.exports = app;
