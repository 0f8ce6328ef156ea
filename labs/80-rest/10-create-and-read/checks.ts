import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Random,
  type Reply,
} from '../../kit/checks.ts';
import { isAbout, isRefusal } from '../../kit/failure-seen.ts';
import { notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

type Book = { id: number; isbn: string; title: string };

/** The JSON of a reply, or its text, so that the learner sees what came when it is no JSON. */
const readBody = ({ json, body }: Reply): unknown => json ?? body;

/** A server that is asked again with the same seed has the ISBNs of the first time already. */
const mostTries = 20;

/** Posts a book with an ISBN that was not there. */
async function postNew(api: Api, random: Random, title = random.word()) {
  const first = 9_780_000_000_000 + random.integer(0, 2_000_000_000);
  for (let tries = 1; ; tries++) {
    const book = { isbn: String(first + tries), title };
    const reply = await api.post('/books', book);
    if (reply.status !== 409 || tries === mostTries) return { book, reply };
  }
}

/** Creates a book and wants it back with an id; other keys are free. */
async function create(api: Api, random: Random, title?: string): Promise<Book> {
  const { book, reply } = await postNew(api, random, title);
  expect(reply.status, 'the status').toBe(201);
  expect(readBody(reply), 'the body').toMatchObject(book);
  const { id } = Object(reply.json);
  expect(Number.isInteger(id), 'whether the id is a whole number').toBe(true);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
  return { id, ...book };
}

/** Wants a reply with at least this JSON. */
function expectReply(reply: Reply, status: number, json: object): void {
  expect(reply.status, 'the status').toBe(status);
  expect(readBody(reply), 'the body').toMatchObject(json);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

const expectBook = async (api: Api, book: Book) =>
  expectReply(await api.get(`/books/${book.id}`), 200, book);

const readJson = ({ exchange }: FailureSeen): unknown => exchange?.response?.json;
const isMethod = ({ exchange }: FailureSeen, method: string) => exchange?.request.method === method;
const readLocation = ({ exchange }: FailureSeen) => exchange?.response?.headers.location;
const isWrongBody = (seen: FailureSeen) => isAbout(seen, 'the body');

const insert = "database.prepare('INSERT … VALUES (?, ?) … RETURNING *').get(isbn, title)";
const select = "database.prepare('SELECT * FROM books WHERE id = ?').get(c.req.param('id'))";
const created = "return c.json(book, 201, { Location: '/books/' + book.id });";
const taken = "if (book === undefined) return c.json({ detail: 'ISBN is taken' }, 409);";
const notFound = "if (book === undefined) return c.json({ detail: 'Book not found' }, 404);";

const sentAsText: HintCase = {
  id: 'sent-as-text',
  when: (seen) => isWrongBody(seen) && readJson(seen) === undefined,
  hints: [
    'The body that came back is no JSON, and the task asks for JSON.',
    'Which method of `c` do you answer with: `c.text()`, `c.body()`, `c.notFound()` or `c.json()`?',
    'return c.json({ … }, …); // the status is the second argument',
  ],
};

const otherWords: HintCase = {
  id: 'other-words',
  when: (seen) => isWrongBody(seen) && typeof Object(seen.failure.expected).detail === 'string',
  hints: (seen) => [
    'The status is right. Under `detail` the task asks for one sentence.',
    'Is the key `detail`, and are the words those of the task, letter by letter?',
    `{ detail: '${Object(seen.failure.expected).detail}' }`,
  ],
};

const createCases: HintCase[] = [
  {
    id: 'new-isbn-taken',
    when: (seen) => hasStatus(seen, 409),
    hints: [
      `409 was the answer to ${mostTries} different ISBNs in turn, and they cannot all be taken.`,
      'Does the statement end with `RETURNING *`, so that a row comes back? Does your `catch` answer 409 to every error? Print that error.',
      taken,
    ],
  },
  {
    id: 'refused-a-good-body',
    when: (seen) => isRefusal(seen) && isMethod(seen, 'POST'),
    hints: [
      'The body is an ISBN and a title, both text, and it was refused.',
      'Is there an `await` before `c.req.json()`? Is the body read once only, and `BookIn` as it was?',
      'const result = BookIn.safeParse(await c.req.json());',
    ],
  },
  {
    id: 'created-with-200',
    when: (seen) => hasStatus(seen, 200) && isMethod(seen, 'POST'),
    hints: [
      '200 says that all went well. 201 says more: something is there that was not.',
      'Where does the status stand in `c.json(…)`? Without a second argument it is 200.',
      created,
    ],
  },
  {
    id: 'no-id',
    when: (seen) => isAbout(seen, 'whether the id'),
    hints: [
      'The new book came back without a whole number in `id` at the top of the JSON.',
      'Do you answer with what was sent, or with the row that the table made of it? Does something make a text of the id?',
      `const book = ${insert};`,
    ],
  },
  sentAsText,
  notSentAsJson,
];

const readsAList: HintCase = {
  id: 'reads-a-list',
  when: (seen) => isMethod(seen, 'GET') && Array.isArray(readJson(seen)),
  hints: [
    'One book was asked for, and a list came back.',
    'Do you call `.all(…)`, which gives a list of rows, or `.get(…)`, which gives one?',
    `const book = ${select};`,
  ],
};

const notThere: HintCase = {
  id: 'not-there',
  when: (seen) => hasStatus(seen, 404) && isMethod(seen, 'GET'),
  hints: [
    'This book had been created, and 404 is the answer.',
    'Is there a route `/books/:id`, does it look where `POST` stores, and has anything removed the row since?',
    `const book = ${select};`,
  ],
};

check(
  'creates-with-201',
  {
    title: 'answers POST /books with 201 and the book, which has an id now',
    lesson: 'rest/say',
    hints: [
      'The reply is the book: its ISBN, its title, and an id, a whole number.',
      'Compare your reply with the example, key by key: which differs?',
      `const book = ${insert}; ${created}`,
    ],
    cases: [
      {
        id: 'not-written',
        when: (seen) => hasStatus(seen, 501),
        hints: [
          'This is still the reply of the starter: status 501, "not written yet".',
          'Which statement stores a row, and how do you get it back with its id?',
          `const book = ${insert};`,
        ],
      },
      ...createCases,
    ],
  },
  async ({ api, random }) => {
    await create(api, random);
  },
);

check(
  'names-the-location',
  {
    title: 'names the new book in Location, as /books/<id>',
    lesson: 'rest/say',
    hints: [
      '`Location` holds the path of the new book: `/books/`, and behind it the id from the body.',
      'Compare the header with the id in the body: which of the two is another?',
      created,
    ],
    cases: [
      {
        id: 'no-location',
        when: (seen) => isAbout(seen, 'whether there is'),
        hints: [
          'The reply has no header `Location`.',
          'Headers are the third argument of `c.json`, or set with `c.header` before it. Is the name spelled right?',
          created,
        ],
      },
      {
        id: 'location-without-an-id',
        when: (seen) =>
          isAbout(seen, 'the path') && !/\d/.test(readLocation(seen)?.split('/').at(-1) ?? ''),
        hints: [
          '`Location` does not end with an id.',
          'Which variable do you put into it, and what does it hold at that point? Print it.',
          "Location: '/books/' + book.id",
        ],
      },
      ...createCases,
    ],
  },
  async ({ api, random }) => {
    const { reply } = await postNew(api, random);
    expect(reply.status, 'the status').toBe(201);
    const { location } = reply.headers;
    expect(location !== undefined, 'whether there is a Location').toBe(true);
    const place = URL.parse(location ?? '', 'http://localhost/books')?.pathname;
    expect(place, 'the path in Location').toBe(`/books/${reply.json?.id}`);
  },
);

check(
  'reads-by-id',
  {
    title: 'answers GET /books/{id} with the book that was created under this id',
    lesson: 'rest/say',
    hints: [
      'Several books were created. Each is read by the id that came with it, and comes back as it was.',
      'Does each book have an id of its own? Does your `WHERE` ask for the id from the path? Does the reply leave a key out?',
      `const book = ${select};`,
    ],
    cases: [notThere, readsAList, ...createCases],
  },
  async ({ api, random }) => {
    const books = [await create(api, random), await create(api, random), await create(api, random)];
    for (const book of random.shuffle([...books, ...books])) await expectBook(api, book);
  },
);

check(
  'finds-no-book',
  {
    title: 'answers 404 for an id that no book has',
    lesson: 'rest/say',
    hints: [
      'No book has this id: 404, and the sentence of the task under `detail`.',
      'What does `.get(…)` return when there is no row, and what do you do then?',
      notFound,
    ],
    cases: [
      {
        id: 'found-nothing-with-success',
        when: (seen) => hasStatus(seen, 200) || hasStatus(seen, 204),
        hints: [
          'No book has this id, and the status says that all went well.',
          'Do you look at the row before you answer with it? Is the status the second argument of `c.json`?',
          notFound,
        ],
      },
      sentAsText,
      otherWords,
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const id = random.integer(1_000_000, 2_000_000_000);
    expectReply(await api.get(`/books/${id}`), 404, { detail: 'Book not found' });
  },
);

check(
  'refuses-a-duplicate',
  {
    title: 'answers 409 for an ISBN that is there, and changes nothing',
    lesson: 'rest/see',
    hints: [
      'The ISBN is there already: 409, the sentence of the task under `detail`, and the first book stays as it is.',
      'How do you hear of it that the table refused the row, and what do you answer then?',
      taken,
    ],
    cases: [
      {
        id: 'conflict-threw',
        when: (seen) => hasStatus(seen, 500) && isMethod(seen, 'POST'),
        hints: [
          'An error left your handler. The table refuses a second row with this ISBN, and then the statement throws.',
          'Can the statement say itself what is to happen, or where do you catch the error?',
          `INSERT … ON CONFLICT (isbn) DO NOTHING RETURNING *; ${taken}`,
        ],
      },
      {
        id: 'conflict-is-a-success',
        when: (seen) => isMethod(seen, 'POST') && [200, 201, 204].some((s) => hasStatus(seen, s)),
        hints: [
          'A book with this ISBN was there already, and the second one was answered as a success.',
          'Is the column `UNIQUE`? Does `OR REPLACE` or `DO UPDATE` overwrite the first? Is the status the second argument of `c.json`?',
          taken,
        ],
      },
      {
        id: 'conflict-is-another-status',
        when: (seen) => isRefusal(seen) && isMethod(seen, 'POST'),
        hints: [
          'The body is in order, so it is no 400 and no 422. It is in conflict with what is there: 409.',
          'Which status do you answer with when the ISBN is taken?',
          taken,
        ],
      },
      {
        id: 'changed-by-a-conflict',
        when: (seen) => isMethod(seen, 'GET') && isWrongBody(seen),
        hints: [
          'The duplicate was refused with 409, and yet the first book is not what it was.',
          'Does your statement update the row that is in the way, or is something stored before you look?',
          'INSERT … ON CONFLICT (isbn) DO NOTHING',
        ],
      },
      otherWords,
      notThere,
      ...createCases,
    ],
  },
  async ({ api, random }) => {
    const book = await create(api, random);
    for (const title of random.shuffle([random.word(), book.title])) {
      const reply = await api.post('/books', { isbn: book.isbn, title });
      expectReply(reply, 409, { detail: 'ISBN is taken' });
      await expectBook(api, book);
    }
    await create(api, random, book.title);
    await expectBook(api, book);
  },
);

check(
  'keeps-any-text',
  {
    title: 'keeps a title as it came, quotes and SQL in it too',
    lesson: 'rest/see',
    hints: [
      'A title is a value, whatever is in it. It comes back letter by letter.',
      'How does it get into the SQL, and what else do you do to it: `trim`, `replace`, escaping? A `?` needs none of it.',
      insert,
    ],
    cases: [
      {
        id: 'quote-threw',
        when: (seen) => hasStatus(seen, 500) && isMethod(seen, 'POST'),
        hints: [
          'This title made your handler throw. Written into the SQL, a quote ends the text, and what follows is read as SQL.',
          'Do you build the statement out of what was sent, with backticks or +?',
          `${insert} // a ? for each value`,
        ],
      },
      notThere,
      ...createCases,
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    const sql = `${word}'); DELETE FROM books; --`;
    const titles = [`${word}'s`, `"${word}"`, sql, ` ${word}  %_\\ `, `Ż${word} 🐸`];
    for (const title of random.shuffle(titles)) {
      await expectBook(api, await create(api, random, title));
    }
  },
);
