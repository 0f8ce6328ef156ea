// The entry of the second process: it serves stock on a free port, tells the port, and ends when nobody listens any more.
import { serve } from '@hono/node-server';
import { createStock } from './stock.ts';

const app = createStock();

process.on('disconnect', () => process.exit());
if (process.send === undefined || !process.connected) process.exit();

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.send?.({ port });
});
