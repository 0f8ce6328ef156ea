import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Random,
} from '../../kit/checks.ts';
import { isAbout } from '../../kit/failure-seen.ts';
import { anotherSuccess, notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

/** What `askShop` of the starter says, and how slow it is: 0 to 4. */
const sumOf = (shop: string) => [...shop].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
const slownessOf = (shop: string) => sumOf(shop) % 5;
const priceOf = (shop: string) => (shop.startsWith('closed') ? null : sumOf(shop));

/** The name of a shop that is so slow; `prefix` may close it. */
function drawShop(random: Random, slowness: number, prefix = ''): string {
  for (;;) {
    const shop = `${prefix}${random.word()}`;
    if (slownessOf(shop) === slowness) return shop;
  }
}

const drawClosed = (random: Random, slowness: number) => drawShop(random, slowness, 'closed-');

async function ask(api: Api, shops: string[]): Promise<void> {
  const reply = await api.get(`/prices?${shops.map((shop) => `shop=${shop}`).join('&')}`);
  expect(reply.status, 'the status').toBe(200);
  expect(reply.json ?? reply.body, 'the body').toMatchObject({ prices: shops.map(priceOf) });
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

/** Asks, and holds what was counted meanwhile against one call for each shop, all at once. */
async function countCalls(api: Api, shops: string[]): Promise<void> {
  await api.get('/upstream');
  await ask(api, shops);
  const { status, json, body } = await api.get('/upstream');
  expect(status, 'the status').toBe(200);
  const counted = { calls: shops.length, most_at_once: shops.length };
  expect(json ?? body, 'the count').toMatchObject(counted);
}

const readShops = ({ exchange }: FailureSeen) =>
  new URLSearchParams(exchange?.request.path.split('?')[1]).getAll('shop');

/** The list of prices that came; undefined where there is none. */
function readPrices({ exchange }: FailureSeen): unknown[] | undefined {
  const { prices } = Object(exchange?.response?.json);
  return Array.isArray(prices) ? prices : undefined;
}

const readCounts = ({ exchange }: FailureSeen): { calls: number; most_at_once: number } => ({
  calls: Number.NaN,
  most_at_once: Number.NaN,
  ...Object(exchange?.response?.json),
});

const wantedCalls = ({ failure }: FailureSeen): number => Object(failure.expected).calls;

const shape =
  "const results = await Promise.allSettled(shops.map(askShop)); const prices = results.map((result) => result.status === 'fulfilled' ? … : …);";

const sorted = (prices: unknown[]) => JSON.stringify(prices.toSorted());

const listCases: HintCase[] = [
  {
    id: 'empty-list',
    when: (seen) => readPrices(seen)?.length === 0,
    hints: [
      'The list is empty: the reply was made before there was any price.',
      'Does anything wait for the calls? `forEach` calls your function and waits for none of its promises.',
      shape,
    ],
  },
  {
    id: 'list-of-promises',
    when: (seen) => readPrices(seen)?.some((price) => JSON.stringify(price) === '{}') === true,
    hints: [
      'The list holds `{}` where prices should be. That is what a promise looks like as JSON.',
      'Who awaits the promises that `map` makes? A list of promises has to be awaited as a whole.',
      shape,
    ],
  },
  {
    id: 'list-of-results',
    when: (seen) => readPrices(seen)?.some((price) => Object(price).status !== undefined) === true,
    hints: [
      'The list holds objects with a `status`: results as `Promise.allSettled` gives them.',
      'Where in such a result is the price, and what is there when the call failed?',
      "result.status === 'fulfilled' ? result.value : null",
    ],
  },
  {
    id: 'another-order',
    when: (seen) =>
      sorted(readPrices(seen) ?? []) === sorted(readShops(seen).map(priceOf)) &&
      isAbout(seen, 'the body'),
    hints: [
      'The prices are right, and their order is not that of the shops in the query.',
      'Is a price put into the list when it arrives? The quickest shop answers first. `Promise.all` keeps the order of the calls.',
      shape,
    ],
  },
  {
    id: 'no-list',
    when: (seen) => isAbout(seen, 'the body') && readPrices(seen) === undefined,
    hints: [
      'The reply has no list under `prices`.',
      'What do you hand to `c.json(…)`? It is an object with the key `prices`, whose value is a list.',
      'return c.json({ prices });',
    ],
  },
  notSentAsJson,
  anotherSuccess,
];

const closedCases: HintCase[] = [
  {
    id: 'one-error-for-all',
    when: (seen) => [500, 502, 503, 504].some((status) => hasStatus(seen, status)),
    hints: ({ failure }) => [
      `A shop is closed, and the request failed as a whole, with status ${failure.received}.`,
      'What does `Promise.all` do when one of its promises rejects, and who handles the error of a single call?',
      shape,
    ],
  },
  {
    id: 'all-are-null',
    when: (seen) =>
      readShops(seen).some((shop) => priceOf(shop) !== null) &&
      readPrices(seen)?.every((price) => price === null) === true,
    hints: [
      'Every price is `null`, and some of these shops are open.',
      'Does one `catch` stand around all of the calls? Then one error takes all results with it.',
      shape,
    ],
  },
  {
    id: 'closed-left-out',
    when: (seen) => (readPrices(seen)?.length ?? Infinity) < readShops(seen).length,
    hints: [
      'The list is shorter than the query: there is no telling which price is whose.',
      'What stands in the list for a call that failed? It keeps its place.',
      "result.status === 'fulfilled' ? result.value : null",
    ],
  },
  {
    id: 'no-null-for-closed',
    when: (seen) =>
      readShops(seen).some(
        (shop, index) => priceOf(shop) === null && (readPrices(seen)?.[index] ?? null) !== null,
      ),
    hints: [
      'A shop whose call failed has something else than `null` in the list.',
      'Which value do you put there? A client must not take it for a price.',
      'askShop(shop).catch(() => null)',
    ],
  },
];

const callCases: HintCase[] = [
  {
    id: 'asked-more-often',
    when: (seen) => isAbout(seen, 'the count') && readCounts(seen).calls > wantedCalls(seen),
    hints: (seen) => [
      `There were ${readCounts(seen).calls} calls for ${wantedCalls(seen)} shops: some were asked more than once.`,
      'Where do you call `askShop`: in one place or in two? Does a second try begin when the first has failed?',
      shape,
    ],
  },
  {
    id: 'one-after-the-other',
    when: (seen) => isAbout(seen, 'the count') && readCounts(seen).most_at_once === 1,
    hints: [
      'There was never more than one call under way: each one waited for the one before it.',
      'Where does `await` stand: on each call in a loop, or once, behind the start of all of them?',
      shape,
    ],
  },
  {
    id: 'not-all-at-once',
    when: (seen) => isAbout(seen, 'the count') && readCounts(seen).most_at_once < wantedCalls(seen),
    hints: (seen) => [
      `At most ${readCounts(seen).most_at_once} of ${wantedCalls(seen)} calls were under way at the same moment.`,
      'Is there an `await` between the start of the first call and the start of the last one?',
      shape,
    ],
  },
];

check(
  'lists-the-prices',
  {
    title: 'answers GET /prices with one price for each shop, in the order of the query',
    lesson: 'fast/say',
    hints: [
      'The reply is an object with the key `prices`, a list of what `askShop` gives for each `shop` of the query.',
      'What is in your list, and where do the entries come from?',
      shape,
    ],
    cases: listCases,
  },
  async ({ api, random }) => {
    await ask(api, [random.word()]);
    await ask(
      api,
      [4, 0, 3, 1].map((slowness) => drawShop(random, slowness)),
    );
    await ask(
      api,
      random.shuffle([0, 1, 2, 3, 4, 4]).map((slowness) => drawShop(random, slowness)),
    );
  },
);

check(
  'asks-all-at-once',
  {
    title: 'asks all shops of a request at once',
    lesson: 'fast/say',
    hints: [
      'The starter counts the calls. All of them are to be under way at the same moment.',
      'Where does `await` stand: on each call, or on all of them together? And are the counters as they were?',
      shape,
    ],
    cases: [...callCases, ...listCases],
  },
  async ({ api, random }) => {
    for (const count of [5, random.integer(7, 12)]) {
      const shops = Array.from({ length: count }, () => random.word());
      await countCalls(api, shops);
    }
  },
);

check(
  'keeps-the-others',
  {
    title: 'puts null for a shop that is closed, and keeps the prices of the others',
    lesson: 'fast/say',
    hints: [
      'A call that fails costs its own price and no other.',
      'Where is the error of a single call handled, and what stands in its place?',
      shape,
    ],
    cases: [...closedCases, ...listCases],
  },
  async ({ api, random }) => {
    const open = [3, 1].map((slowness) => drawShop(random, slowness));
    await ask(api, [drawClosed(random, 2), ...open]);
    await ask(api, [...open, drawClosed(random, 0)]);
    await ask(api, random.shuffle([...open, drawClosed(random, 0), drawClosed(random, 4)]));
    await ask(api, [drawClosed(random, 1), drawClosed(random, 0)]);
  },
);

check(
  'asks-closed-shops-once',
  {
    title: 'asks closed shops with the others, and once',
    lesson: 'fast/build',
    hints: [
      'A shop that is closed is asked like any other: at the same moment, and once.',
      'What happens when the first error arrives? Is any call made after that?',
      shape,
    ],
    cases: [...callCases, ...closedCases, ...listCases],
  },
  async ({ api, random }) => {
    const open = [4, 2, 0].map((slowness) => drawShop(random, slowness));
    const closed = [0, 3].map((slowness) => drawClosed(random, slowness));
    await countCalls(api, [...closed, ...open]);
    await countCalls(api, random.shuffle([...closed, ...open]));
  },
);

check(
  'keeps-requests-apart',
  {
    title: 'does not mix the prices of requests that are under way together',
    lesson: 'fast/see',
    hints: [
      'Several requests were sent at once, and this one did not get the prices of its own shops.',
      'Which variable outside of the route does a request write, while another awaits its calls?',
      'const prices = …; // inside the route: a list for each request',
    ],
    cases: [notSentAsJson, anotherSuccess],
  },
  async ({ api, random }) => {
    const requests = Array.from({ length: 4 }, () =>
      [4, 0, 0].map((slowness) => drawShop(random, slowness)),
    );
    await Promise.all(requests.map((shops) => ask(api, shops)));
  },
);
