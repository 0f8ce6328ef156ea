// right: @hono/zod-openapi reads the query, a name alone or a list, and the docs say what comes.
import { setTimeout as sleep } from 'node:timers/promises';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const app = new OpenAPIHono();

let calls = 0;
let underWay = 0;
let mostAtOnce = 0;

/** Stands for a call over the network: some shops are slow, and some are closed. Leave it as it is. */
async function askShop(shop: string): Promise<number> {
  calls += 1;
  underWay += 1;
  mostAtOnce = Math.max(mostAtOnce, underWay);
  const price = [...shop].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  await sleep(20 * (price % 5));
  underWay -= 1;
  if (shop.startsWith('closed')) throw new Error(`${shop} does not answer`);
  return price;
}

const Prices = z.object({ prices: z.array(z.int().nullable()) });

const readPrices = createRoute({
  method: 'get',
  path: '/prices',
  request: {
    query: z.object({
      shop: z.union([z.string(), z.array(z.string())]).transform((shop) => [shop].flat()),
    }),
  },
  responses: {
    200: { description: 'The prices', content: { 'application/json': { schema: Prices } } },
  },
});

app.openapi(readPrices, async (c) => {
  const results = await Promise.allSettled(c.req.valid('query').shop.map(askShop));
  const prices = results.map((result) => ('value' in result ? result.value : null));
  return c.json({ prices }, 200);
});

app.get('/upstream', (c) => {
  const counted = { calls, most_at_once: mostAtOnce };
  calls = 0;
  mostAtOnce = underWay;
  return c.json(counted);
});

app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Prices', version: '1' } });

export default app;
