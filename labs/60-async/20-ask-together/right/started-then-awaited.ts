// right: All calls are started in a loop, and awaited in a second one, in a fetch function.
import { setTimeout as sleep } from 'node:timers/promises';

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

async function answerPrices(shops: string[]): Promise<Response> {
  const started: Promise<number | null>[] = [];
  for (const shop of shops) {
    // Handled at once: an error that nobody awaits yet would end the process.
    started.push(
      askShop(shop).then(
        (price) => price,
        () => null,
      ),
    );
  }
  const prices: (number | null)[] = [];
  for (const price of started) prices.push(await price);
  return Response.json({ prices });
}

export default function answer(request: Request): Response | Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === '/prices') return answerPrices(searchParams.getAll('shop'));
  if (pathname !== '/upstream') return new Response('Nothing here', { status: 404 });
  const counted = { calls, most_at_once: mostAtOnce };
  calls = 0;
  mostAtOnce = underWay;
  return Response.json(counted);
}
