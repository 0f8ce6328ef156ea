// right: @hono/zod-openapi, with more routes, and the length in a schema.
import { upgradeWebSocket } from '@hono/node-server';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const app = new OpenAPIHono({
  defaultHook: (result, c) => (result.success ? undefined : c.json({ detail: 'no' }, 403)),
});

const Message = z.string().max(20);

const echo = createRoute({
  method: 'get',
  path: '/ws',
  request: { query: z.object({ token: z.literal('secret') }) },
  responses: { 101: { description: 'A WebSocket' } },
});

app.openapi(echo, (c) =>
  upgradeWebSocket(c, {
    onOpen: () => {},
    onMessage: ({ data }, ws) => {
      const { success, data: text } = Message.safeParse(data);
      if (success) ws.send(`echo: ${text}`);
      else ws.close(1009, 'too long');
    },
  }),
);
app.get('/', (c) => c.text('Speak to /ws'));

export default app;
