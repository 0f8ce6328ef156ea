// right: CommonJS, with the token looked at in a middleware.
const { upgradeWebSocket } = require('@hono/node-server');
const { Hono } = require('hono');

const app = new Hono();

const onlyWithToken = (c, next) => (c.req.query('token') === 'secret' ? next() : c.text('no', 403));

app.get(
  '/ws',
  onlyWithToken,
  upgradeWebSocket(() => ({
    onMessage: (event, ws) => {
      if (event.data.length <= 20) return ws.send(`echo: ${event.data}`);
      ws.close(1009, 'too long');
    },
  })),
);

module.exports = app;
