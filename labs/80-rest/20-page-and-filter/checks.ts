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

type Book = { title: string; author: string; year: number };
type Parameters = Record<string, string | number>;

/** Books by one author, with titles that no other has. */
const drawBooks = (random: Random, count: number, author = random.word()): Book[] =>
  Array.from({ length: count }, (_, index) => ({
    title: `${random.word()} ${index}`,
    author,
    year: random.integer(1700, 1999),
  }));

async function put(api: Api, books: Book[]): Promise<void> {
  const reply = await api.put('/books', books);
  expect(reply.status, 'the status').toBe(200);
}

const toPath = (parameters: Parameters) =>
  `/books?${Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

/** Wants these books on the page and this total; other keys are free. */
async function expectPage(api: Api, parameters: Parameters, items: Book[], total: number) {
  const reply = await api.get(toPath(parameters));
  expect(reply.status, 'the status').toBe(200);
  const page: unknown = reply.json ?? reply.body;
  expect(Array.isArray(Object(page).items), 'whether there is a list under items').toBe(true);
  expect(readTitles(Object(page).items), 'the titles').toEqual(readTitles(items));
  expect(page, 'the body').toMatchObject({ items, total });
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

const readTitles = (items: unknown[]): unknown[] => items.map((item) => Object(item).title ?? null);

const byTitle = (books: Book[]) =>
  books.toSorted((one, other) => (one.title < other.title ? -1 : 1));
const byYear = (books: Book[]) => books.toSorted((one, other) => one.year - other.year);
const byNewest = (books: Book[]) => books.toSorted((one, other) => other.year - one.year);

const hasParameter = ({ exchange }: FailureSeen, name: string) =>
  new RegExp(`[?&]${name}=`).test(exchange?.request.path ?? '');
const isGet = ({ exchange }: FailureSeen) => exchange?.request.method === 'GET';
const isWrongPage = (seen: FailureSeen) => isAbout(seen, 'the titles');
const readItems = ({ exchange }: FailureSeen): unknown[] => {
  const { items } = Object(exchange?.response?.json);
  return Array.isArray(items) ? items : [];
};
const readExpectedTitles = ({ failure }: FailureSeen): unknown[] =>
  Array.isArray(failure.expected) ? failure.expected : [];

const select =
  "database.prepare('SELECT * FROM books WHERE … ORDER BY … LIMIT :limit OFFSET :offset').all({ author, limit, offset })";
const count = "database.prepare('SELECT count(*) AS total FROM books WHERE …').get({ author })";
const refuse = 'if (!query.success) return c.json({ detail: query.error.issues }, 422);';

const pageCases: HintCase[] = [
  {
    id: 'put-changed',
    when: (seen) => !isGet(seen),
    hints: [
      '`PUT /books` does not answer as it did in the starter.',
      'What has changed in it since?',
      "app.put('/books', async (c) => { … return c.json({ total: result.data.length }); });",
    ],
  },
  {
    id: 'not-written',
    when: (seen) => hasStatus(seen, 501),
    hints: [
      'This is still the reply of the starter: status 501, "not written yet".',
      'Which rows do you want first, without any parameter: how many, and in which order?',
      `const items = ${select};`,
    ],
  },
  {
    id: 'refused-a-good-request',
    when: (seen) => hasStatus(seen, 422) || hasStatus(seen, 400),
    hints: [
      'Each parameter of this request is one that the task allows, and it was refused.',
      'A parameter arrives as text: does your schema make a number of it? May each one be left out? Are both ends of the bounds inside?',
      'limit: z.coerce.number().int().min(1).max(50).default(5)',
    ],
  },
  {
    id: 'empty-is-no-404',
    when: (seen) => hasStatus(seen, 404) && readExpectedTitles(seen).length === 0,
    hints: [
      '404 was the answer. The list is there, also when no book is on this page.',
      'Is there a route `GET /books`, and does it answer 200 whether there are rows or not?',
      'return c.json({ items, total: counted.total }); // an empty list is a list',
    ],
  },
  {
    id: 'no-items',
    when: (seen) => isAbout(seen, 'whether there is a list'),
    hints: [
      'The reply is to be an object with a list under `items`, and there is none.',
      'What do you hand to `c.json(…)`: the rows alone? Under which key do they stand?',
      'return c.json({ items, total: counted.total });',
    ],
  },
  {
    id: 'no-total',
    when: (seen) =>
      isAbout(seen, 'the body') && typeof Object(seen.exchange?.response?.json).total !== 'number',
    hints: [
      'The titles are right. `total`, beside `items`, is missing or no number.',
      'Under which name does the row of `count(*)` hold the number, and do you take it out of the row? Print the row.',
      `const counted = ${count}; // counted.total`,
    ],
  },
  {
    id: 'total-of-the-page',
    when: (seen) =>
      isAbout(seen, 'the body') &&
      Object(seen.exchange?.response?.json).total === readItems(seen).length,
    hints: [
      'The books are right. `total` is the number of books on this page, and it is asked how many there are on all pages.',
      'What do you count: the rows after `LIMIT`, or those of a statement without it?',
      `const counted = ${count};`,
    ],
  },
  {
    id: 'total-without-the-filter',
    when: (seen) => isAbout(seen, 'the body') && hasParameter(seen, 'author'),
    hints: [
      'The titles are right, and the page is another one all the same: compare `total`, and the keys of the books.',
      'Do both statements have the same `WHERE`?',
      `const counted = ${count};`,
    ],
  },
  notSentAsJson,
  anotherSuccess,
];

check(
  'answers-a-page',
  {
    title: 'answers with the books of one page, and counts all of them',
    lesson: 'rest/say',
    hints: [
      'A page is `limit` books by title, after the first `offset` books have been skipped.',
      'Compare the titles: are there too many, is the order another one, or is `offset` taken for the number of a page?',
      `const items = ${select};`,
    ],
    cases: pageCases,
  },
  async ({ api, random }) => {
    const books = drawBooks(random, 8);
    await put(api, random.shuffle(books));
    const sorted = byTitle(books);
    await expectPage(api, { limit: 3 }, sorted.slice(0, 3), 8);
    for (const offset of random.shuffle([0, 1, 3, 6])) {
      await expectPage(api, { limit: 3, offset }, sorted.slice(offset, offset + 3), 8);
    }
  },
);

check(
  'knows-the-defaults',
  {
    title: 'takes 5 books from the start, by title, when nothing is asked',
    lesson: 'rest/say',
    hints: [
      'Each parameter may be left out: limit is 5 then, offset 0, order title.',
      'Which default do you give to each, and is it used when the others are sent?',
      'limit: z.coerce.number().int().min(1).max(50).default(5)',
    ],
    cases: pageCases,
  },
  async ({ api, random }) => {
    const books = drawBooks(random, 9);
    await put(api, random.shuffle(books));
    await expectPage(api, {}, byTitle(books).slice(0, 5), 9);
    await expectPage(api, { offset: 2 }, byTitle(books).slice(2, 7), 9);
    await expectPage(api, { limit: 7 }, byTitle(books).slice(0, 7), 9);
  },
);

check(
  'ends-empty',
  {
    title: 'answers an empty page behind the end, and for no books at all',
    lesson: 'rest/say',
    hints: [
      'No book is on this page. It is a page all the same: 200, an empty list, and the total of all pages.',
      'What do you do when there are no rows? Where does your total come from then?',
      `const counted = ${count};`,
    ],
    cases: pageCases,
  },
  async ({ api, random }) => {
    const books = drawBooks(random, 4);
    await put(api, books);
    await expectPage(api, { offset: 4 }, [], 4);
    await expectPage(api, { offset: random.integer(100, 9999), limit: 50 }, [], 4);
    await put(api, []);
    await expectPage(api, {}, [], 0);
  },
);

check(
  'filters-by-author',
  {
    title: 'answers with the books by exactly one author, and counts only those',
    lesson: 'rest/see',
    hints: [
      'Only the books whose author is this text, letter by letter, are on the pages and in the total.',
      'How does the author get into the SQL, and how is it compared: `=`, `LIKE`, without capitals?',
      'WHERE :author IS NULL OR author = :author',
    ],
    cases: [
      {
        id: 'author-in-the-sql',
        when: (seen) => hasStatus(seen, 500) && /%27|'/.test(seen.exchange?.request.path ?? ''),
        hints: [
          'This author has a quote in the name, and your handler threw. Written into the SQL, a quote ends the text.',
          'Do you build the statement out of what was sent, with backticks or +?',
          'WHERE :author IS NULL OR author = :author // .all({ author, … })',
        ],
      },
      {
        id: 'too-many-authors',
        when: (seen) =>
          isWrongPage(seen) && readItems(seen).length > readExpectedTitles(seen).length,
        hints: [
          'Books by other authors came along.',
          'What does your condition let through: parts of a name, other capitals, wildcards, a piece of SQL?',
          'WHERE :author IS NULL OR author = :author',
        ],
      },
      ...pageCases,
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    const names = [word, `${word} L.`, word.toUpperCase(), `O'${word}`, '%'];
    const books = names.flatMap((author) => drawBooks(random, random.integer(2, 4), author));
    await put(api, random.shuffle(books));
    for (const author of random.shuffle(names)) {
      const own = byTitle(books.filter((book) => book.author === author));
      await expectPage(api, { author }, own, own.length);
      await expectPage(api, { author, limit: 1, offset: 1 }, own.slice(1, 2), own.length);
    }
    for (const author of [`${word}x`, "' OR '1'='1", `${word}' --`]) {
      await expectPage(api, { author }, [], 0);
    }
  },
);

check(
  'keeps-the-order',
  {
    title: 'orders by title or year, and books of one year as they were put',
    lesson: 'rest/see',
    hints: [
      'Books of the same year keep the order in which they were put, with `year` and with `-year`.',
      'What decides between two rows of the same year in your `ORDER BY`?',
      "const orderBy = { title: 'title', year: 'year, id', '-year': 'year DESC, id' };",
    ],
    cases: [
      {
        id: 'order-ignored',
        when: (seen) => {
          const titles = readTitles(readItems(seen)).map(String);
          return isWrongPage(seen) && titles.join() === titles.toSorted().join();
        },
        hints: [
          'The books came by title, whatever order was asked for.',
          'Does the order reach the SQL? A parameter behind `ORDER BY` is a value, the same for each row, and orders nothing.',
          "const orderBy = { title: 'title', year: 'year, id', … }; // orderBy[order] goes into the SQL",
        ],
      },
      ...pageCases,
    ],
  },
  async ({ api, random }) => {
    const years = [1811, 1897, 1901];
    const books = random.shuffle(
      drawBooks(random, 12).map((book, index) => ({ ...book, year: years[index % 3] ?? 0 })),
    );
    await put(api, books);
    const orders = { year: byYear(books), '-year': byNewest(books), title: byTitle(books) };
    for (const [order, sorted] of random.shuffle(Object.entries(orders))) {
      await expectPage(api, { order, limit: 50 }, sorted, 12);
      for (const offset of [0, 5, 10]) {
        await expectPage(api, { order, offset }, sorted.slice(offset, offset + 5), 12);
      }
    }
  },
);

check(
  'refuses-bad-parameters',
  {
    title: 'takes limits from 1 to 50, offsets from 0 and three orders, and answers 422 for others',
    lesson: 'rest/say',
    hints: [
      'What the table of the task does not allow is a 422, and no other status.',
      'Which schema looks at the parameters, what happens when it says no, and who chooses the status?',
      refuse,
    ],
    cases: [
      {
        id: 'bad-parameter-taken',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'The parameter in this request is not allowed, and the reply is a 200.',
          'Is there a bound on this side, a test for whole numbers, a list of the orders? Or do you use another value without a word?',
          'limit: z.coerce.number().int().min(1).max(50), order: z.enum([…])',
        ],
      },
      {
        id: 'bad-parameter-threw',
        when: (seen) => hasStatus(seen, 500),
        hints: [
          'An error left your handler. What was sent got further than it should have.',
          'Does the schema look at this parameter before SQLite does? `parse` throws, `safeParse` tells you.',
          `const query = Query.safeParse(c.req.query()); ${refuse}`,
        ],
      },
      ...pageCases,
    ],
  },
  async ({ api, random }) => {
    const books = drawBooks(random, 53);
    await put(api, random.shuffle(books));
    await expectPage(api, { limit: 1, offset: 0 }, byTitle(books).slice(0, 1), 53);
    await expectPage(api, { limit: 50 }, byTitle(books).slice(0, 50), 53);
    const bad = [
      ...[0, 51, -random.integer(1, 99), random.integer(100, 999), '2.5', random.word()].map(
        (limit) => ({ limit }),
      ),
      ...[-1, '0.5', random.word()].map((offset) => ({ offset })),
      ...['author', 'Year', '-title', 'year; DROP TABLE books', 'toString'].map((order) => ({
        order,
      })),
    ];
    for (const parameters of random.shuffle<Parameters>(bad)) {
      const reply = await api.get(toPath(parameters));
      expect(reply.status, 'the status').toBe(422);
    }
    await expectPage(api, { limit: 2 }, byTitle(books).slice(0, 2), 53);
  },
);
