// verdict: broken
// says: require is not defined
const { Hono } = require('hono');

export default new Hono();
