// right: CommonJS, one list of all members, each with its room.
const { upgradeWebSocket } = require('@hono/node-server');
const { Hono } = require('hono');

const app = new Hono();
let members = [];

const tell = (me, message) => {
  for (const { room, ws } of members) {
    if (room === me.room && ws !== me.ws) ws.send(JSON.stringify(message, null, 1));
  }
};

app.get(
  '/rooms/:room/ws',
  upgradeWebSocket((c) => {
    const me = { room: c.req.param('room'), ws: undefined };
    const name = c.req.query('name');
    return {
      onOpen: (_event, ws) => {
        me.ws = ws;
        members.push(me);
        tell(me, { type: 'joined', name, at: Date.now() });
      },
      onMessage: ({ data }) => tell(me, { type: 'said', name, text: String(data) }),
      onClose: () => {
        members = members.filter((member) => member !== me);
        tell(me, { type: 'left', name });
      },
    };
  }),
);

app.get('/rooms/:room', (c) => {
  const here = members.filter(({ room }) => room === c.req.param('room'));
  return c.json({ members: here.length, room: c.req.param('room') });
});

module.exports = app;
