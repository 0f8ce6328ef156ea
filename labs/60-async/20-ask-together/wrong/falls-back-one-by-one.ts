// rejected-by: asks-closed-shops-once
// mistake: Asks together, and when one call fails asks all again, one by one.
import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';

const app = new Hono();

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

app.get('/prices', async (c) => {
  const shops = c.req.queries('shop') ?? [];
  try {
    return c.json({ prices: await Promise.all(shops.map(askShop)) });
  } catch {
    const prices: (number | null)[] = [];
    for (const shop of shops) prices.push(await askShop(shop).catch(() => null));
    return c.json({ prices });
  }
});

/** What the checks count, from one time it is asked to the next. Leave it as it is. */
app.get('/upstream', (c) => {
  const counted = { calls, most_at_once: mostAtOnce };
  calls = 0;
  mostAtOnce = underWay;
  return c.json(counted);
});

export default app;
