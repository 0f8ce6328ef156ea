// verdict: failed
// says: the body: expected
const { Hono } = require('hono');

module.exports = new Hono().post('/predict', (c) => c.json({ feature1: 0 }));
