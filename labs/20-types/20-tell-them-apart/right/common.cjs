// right: CommonJS, checked by hand, with an amount as text read as FastAPI reads it.
const { Hono } = require('hono');

const isNumber = (value) =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
const isText = (value) => typeof value === 'string';

const kinds = {
  deposit: {
    keys: { amount: isNumber },
    reply: ({ amount }) => ({ change: Number(amount) }),
  },
  transfer: {
    keys: { amount: isNumber, to: isText },
    reply: ({ amount, to }) => ({ change: -Number(amount), to }),
  },
  close: {
    keys: { reason: (value) => value === null || isText(value) },
    reply: ({ reason }) => ({ change: 0, reason }),
  },
};

const app = new Hono();

app.post('/movements', async (c) => {
  const sent = await c.req.json();
  if (!('kind' in sent)) {
    return c.json({ detail: [{ type: 'union_tag_not_found', loc: ['body'] }] }, 422);
  }
  const known = typeof sent.kind === 'string' && Object.hasOwn(kinds, sent.kind);
  if (!known) return c.json({ detail: [{ type: 'union_tag_invalid', loc: ['body'] }] }, 422);
  const { keys, reply } = kinds[sent.kind];
  const body = sent.kind === 'close' ? { reason: null, ...sent } : sent;
  const detail = [];
  for (const [key, fits] of Object.entries(keys)) {
    const loc = ['body', sent.kind, key];
    if (!(key in body)) detail.push({ type: 'missing', loc, msg: 'Field required' });
    else if (!fits(body[key])) detail.push({ type: 'type_error', loc, input: body[key] });
  }
  if (detail.length > 0) return c.json({ detail }, 422);
  return c.json({ kind: sent.kind, ...reply(body) });
});

module.exports = app;
