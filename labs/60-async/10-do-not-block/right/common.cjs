// right: CommonJS, the callback by hand, and one more key.
const { pbkdf2 } = require('node:crypto');
const { Hono } = require('hono');

const hashPassword = (password) =>
  new Promise((resolve, reject) => {
    pbkdf2(password, 'salt', 1e5, 32, 'sha256', (error, key) => {
      if (error) reject(error);
      else resolve(key.toString('hex'));
    });
  });

module.exports = new Hono()
  .get('/health', (c) => c.json({ uptime: process.uptime(), status: 'ok' }))
  .post('/hash', async (c) => {
    const { password } = await c.req.json();
    const hash = await hashPassword(password);
    return c.json({ rounds: 1e5, hash });
  })
  .post('/verify', async (c) => {
    const { password, hash } = await c.req.json();
    const matches = await hashPassword(password).then((right) => right === hash);
    return c.json({ matches });
  });
