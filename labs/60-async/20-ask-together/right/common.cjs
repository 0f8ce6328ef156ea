// right: CommonJS, and a promise by hand that counts the calls still open.
const { setTimeout: sleep } = require('node:timers/promises');
const { Hono } = require('hono');

let calls = 0;
let underWay = 0;
let mostAtOnce = 0;

async function askShop(shop) {
  calls += 1;
  underWay += 1;
  mostAtOnce = Math.max(mostAtOnce, underWay);
  const price = [...shop].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  await sleep(20 * (price % 5));
  underWay -= 1;
  if (shop.startsWith('closed')) throw new Error(`${shop} does not answer`);
  return price;
}

function askAll(shops) {
  return new Promise((resolve) => {
    const prices = shops.map(() => null);
    let open = shops.length;
    if (open === 0) resolve(prices);
    const close = () => {
      open -= 1;
      if (open === 0) resolve(prices);
    };
    for (const [index, shop] of shops.entries()) {
      askShop(shop).then((price) => {
        prices[index] = price;
        close();
      }, close);
    }
  });
}

const app = new Hono();

app.get('/prices', async (c) => {
  const prices = await askAll(c.req.queries('shop') ?? []);
  return c.json({ prices });
});

app.get('/upstream', (c) => {
  const counted = { calls, most_at_once: mostAtOnce };
  calls = 0;
  mostAtOnce = underWay;
  return c.json(counted);
});

module.exports = app;
