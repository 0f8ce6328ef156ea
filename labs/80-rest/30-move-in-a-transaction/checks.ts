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
import { isAbout } from '../../kit/failure-seen.ts';
import { anotherSuccess, notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

type Shelf = { name: string; copies: number };
type Pair = { source: Shelf; target: Shelf };

function expectReply(reply: Reply, status: number, json: object, name = ''): void {
  expect(reply.status, `the status${name}`).toBe(status);
  expect(reply.json ?? reply.body, `the body${name}`).toMatchObject(json);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

/** Puts two shelves that hold so many copies. */
async function putPair(api: Api, random: Random, copies: [number, number]): Promise<Pair> {
  const word = random.word();
  const source = { name: `${word}-s`, copies: copies[0] };
  const target = { name: `${word}-t`, copies: copies[1] };
  for (const { name, copies } of random.shuffle([source, target])) {
    expectReply(await api.put(`/shelves/${name}`, { copies }), 200, { name, copies });
  }
  return { source, target };
}

/** Wants both shelves to hold what they should. */
async function expectHeld(api: Api, { source, target }: Pair, after: string): Promise<void> {
  for (const [role, shelf] of Object.entries({ source, target })) {
    const reply = await api.get(`/shelves/${shelf.name}`);
    expect(reply.status, `the status of the ${role} ${after}`).toBe(200);
    expect(reply.json ?? reply.body, `the ${role} ${after}`).toMatchObject(shelf);
  }
}

const post = (api: Api, { source, target }: Pair, copies: unknown) =>
  api.post('/moves', { source: source.name, target: target.name, copies });

/** Moves so many copies and wants both shelves back, also from a GET after it. */
async function move(api: Api, pair: Pair, copies: number, name = ''): Promise<Pair> {
  const moved = {
    source: { ...pair.source, copies: pair.source.copies - copies },
    target: { ...pair.target, copies: pair.target.copies + copies },
  };
  expectReply(await post(api, pair, copies), 200, moved, name);
  await expectHeld(api, moved, 'after the move');
  return moved;
}

/** Wants a move to be refused, to have changed nothing, and not to be in the way of the next one. */
async function refuse(api: Api, pair: Pair, copies: number, back: number): Promise<void> {
  const detail = 'Not enough copies or room';
  expectReply(await post(api, pair, copies), 409, { detail });
  await expectHeld(api, pair, 'after the refused move');
  await move(api, { source: pair.target, target: pair.source }, back, ' of the next move');
}

const readSent = ({ exchange }: FailureSeen) => JSON.parse(exchange?.request.body ?? '{}');
const isMove = ({ exchange }: FailureSeen) => exchange?.request.method === 'POST';
const isAfter = ({ failure }: FailureSeen, words: string) => failure.message.includes(words);

const hasShelves = ({ exchange }: FailureSeen) => {
  const { source, target } = Object(exchange?.response?.json);
  return [source, target].every((shelf) => {
    const { name, copies } = Object(shelf);
    return typeof name === 'string' && typeof copies === 'number';
  });
};

const begin = "database.exec('BEGIN'); try { …; database.exec('COMMIT'); } catch (error) { … }";
const rollback = "catch (error) { database.exec('ROLLBACK'); return c.json({ … }, …); }";
const update = "'UPDATE shelves SET copies = copies + ? WHERE name = ? RETURNING *'";

/** What can go wrong with any refusal. */
const refusalCases: HintCase[] = [
  {
    id: 'in-the-way-of-the-next',
    when: (seen) => isAfter(seen, 'of the next move') && !hasStatus(seen, 200),
    hints: [
      'The refused move changed nothing, and the one after it fails, though nothing is wrong with that one.',
      'Is the first transaction still open? Which of your lines ends it on this way out: is there a `return` before it?',
      rollback,
    ],
  },
  {
    id: 'half-a-move',
    when: (seen) => isAfter(seen, 'after the refused move') && !isAbout(seen, 'the status'),
    hints: (seen) => [
      `The move was refused, and the ${seen.failure.message.split(' ')[1]} is not what it was: half of the move has happened.`,
      'What has run by then, and which of your lines takes it back on this way out?',
      rollback,
    ],
  },
  {
    id: 'refusal-threw',
    when: (seen) => isMove(seen) && hasStatus(seen, 500),
    hints: [
      'An error left your handler, where the task asks for an answer.',
      'A statement that breaks the rule of the table throws. Who catches it, and what happens to the transaction then?',
      rollback,
    ],
  },
  {
    id: 'carried-out',
    when: (seen) => isMove(seen) && hasStatus(seen, 200),
    hints: [
      'The reply says 200, as if the move had been carried out.',
      'How do you notice that a statement found no row? Does something create a shelf, or move fewer copies than were asked for?',
      "if (shelf === undefined) throw new Error('…');",
    ],
  },
  {
    id: 'other-words',
    when: (seen) => isMove(seen) && isAbout(seen, 'the body') && !isAfter(seen, 'of the next'),
    hints: (seen) => [
      'The status is right. Under `detail` the task asks for one sentence.',
      'Is the key `detail`, is the body JSON, and are the words those of the task, letter by letter?',
      `{ detail: '${Object(seen.failure.expected).detail}' }`,
    ],
  },
  notSentAsJson,
];

check(
  'moves-copies',
  {
    title: 'moves copies from one shelf to the other, and answers both as they are now',
    lesson: 'rest/see',
    hints: [
      'The source has so many copies less, the target so many more, in the reply and in a GET after it.',
      'What do your two statements change: which row, by how much, with which sign?',
      `add(source, -copies); add(target, copies); // ${update}`,
    ],
    cases: [
      {
        id: 'not-written',
        when: (seen) => hasStatus(seen, 501),
        hints: [
          'This is still the reply of the starter: status 501, "not written yet".',
          'Which two statements make a move, and what stands before and after them?',
          begin,
        ],
      },
      {
        id: 'refused-a-good-move',
        when: (seen) => isMove(seen) && [400, 404, 409, 422].some((s) => hasStatus(seen, s)),
        hints: [
          'Both shelves are there, with copies and room enough, and the move was refused.',
          'Does each `?` get its value, in the order in which they stand? Does your `catch` give one answer to every error? Print that error.',
          `${update} // .get(-copies, source), .get(copies, target)`,
        ],
      },
      {
        id: 'first-move-threw',
        when: (seen) => isMove(seen) && hasStatus(seen, 500) && readSent(seen).copies === 3,
        hints: [
          'The first move of all threw, and nothing was wrong with it.',
          'Which line threw? `COMMIT` and `ROLLBACK` need a `BEGIN` before them, and one of the two ends it.',
          begin,
        ],
      },
      {
        id: 'no-shelves-in-the-reply',
        when: (seen) => isMove(seen) && isAbout(seen, 'the body') && !hasShelves(seen),
        hints: [
          'The move is to be answered with both shelves, under `source` and `target`, each with its name and copies.',
          'What stands under each of the two keys: the row as it is after the change? Does something stand around it?',
          'return c.json({ source: …, target: … }); // what RETURNING * gave',
        ],
      },
      {
        id: 'second-move-threw',
        when: (seen) => isMove(seen) && hasStatus(seen, 500) && readSent(seen).copies === 2,
        hints: [
          'The first move worked and the second threw.',
          'Is the first transaction still open? `BEGIN` inside a transaction is an error.',
          begin,
        ],
      },
      anotherSuccess,
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const start = await putPair(api, random, [random.integer(20, 60), random.integer(10, 30)]);
    const moved = await move(api, start, 3);
    const again = await move(api, moved, 2);
    await move(api, { source: again.target, target: again.source }, random.integer(4, 9));
  },
);

check(
  'reaches-the-limits',
  {
    title: 'empties a shelf, and fills one up to 100',
    lesson: 'rest/see',
    hints: [
      'A shelf holds 0 to 100 copies, and both ends belong to it.',
      'Do you compare yourself? Is it `<` or `<=`? The table has the rule already.',
      'CHECK (copies BETWEEN 0 AND 100)',
    ],
  },
  async ({ api, random }) => {
    const few = random.integer(2, 9);
    await move(api, await putPair(api, random, [few, random.integer(0, 50)]), few);
    await move(api, await putPair(api, random, [random.integer(20, 100), 100 - few]), few);
    await move(api, await putPair(api, random, [100, 0]), 100);
  },
);

check(
  'keeps-both-without-copies',
  {
    title: 'answers 409 when there are too few copies, and changes neither shelf',
    lesson: 'rest/see',
    hints: [
      'The source has fewer copies than the move takes: 409, and both shelves stay as they are.',
      'Who notices it: you or the table? And what has been changed by then?',
      rollback,
    ],
    cases: refusalCases,
  },
  async ({ api, random }) => {
    const few = random.integer(2, 9);
    await refuse(api, await putPair(api, random, [few, 10]), few + 1, 3);
    await refuse(api, await putPair(api, random, [0, 20]), random.integer(1, 40), 1);
  },
);

check(
  'keeps-both-without-room',
  {
    title: 'answers 409 when the target would hold more than 100, and changes neither shelf',
    lesson: 'rest/see',
    hints: [
      'The target has no room for that many: 409, and both shelves stay as they are.',
      'Has the source been changed already when the table refuses the target?',
      rollback,
    ],
    cases: refusalCases,
  },
  async ({ api, random }) => {
    const room = random.integer(2, 9);
    await refuse(api, await putPair(api, random, [50, 100 - room]), room + 1, 5);
    await refuse(api, await putPair(api, random, [30, 100]), random.integer(1, 30), 2);
  },
);

check(
  'finds-both-shelves',
  {
    title: 'answers 404 when a shelf was never put, and changes the other one not at all',
    lesson: 'rest/see',
    hints: [
      'One of the two shelves is not there: 404, the other one stays as it is, and none is created.',
      'How do you notice that an UPDATE found no row, and what do you do then?',
      "if (shelf === undefined) throw notFound; … database.exec('ROLLBACK'); return c.json({ … }, 404);",
    ],
    cases: [
      {
        id: 'shelf-created',
        when: (seen) => isAfter(seen, 'of the shelf that was never put'),
        hints: [
          'A shelf was named that was never put, and now there is one.',
          'Does your statement insert a row when it finds none?',
          update,
        ],
      },
      {
        id: 'missing-shelf-is-a-conflict',
        when: (seen) => isMove(seen) && hasStatus(seen, 409),
        hints: [
          'Copies and room are enough. A shelf is missing, and that is a 404.',
          'Does everything that is thrown become a 409? How do you tell the two apart?',
          "if (error === notFound) return c.json({ detail: 'Shelf not found' }, 404);",
        ],
      },
      ...refusalCases,
    ],
  },
  async ({ api, random }) => {
    const pair = await putPair(api, random, [40, 50]);
    const nowhere = { name: `nowhere-${random.word()}`, copies: 0 };
    const { source, target } = pair;
    const detail = 'Shelf not found';
    for (const named of [
      { source, target: nowhere },
      { source: nowhere, target },
    ]) {
      expectReply(await post(api, named, random.integer(1, 9)), 404, { detail });
      await expectHeld(api, pair, 'after the refused move');
      const reply = await api.get(`/shelves/${nowhere.name}`);
      expect(reply.status, 'the status of the shelf that was never put').toBe(404);
    }
    await move(api, pair, 7, ' of the next move');
  },
);

check(
  'refuses-bad-amounts',
  {
    title: 'answers 422 for copies that are no whole number of at least 1',
    lesson: 'rest/say',
    hints: [
      'Fewer than 1, half a copy, a word: 422, and nothing has changed.',
      'Which schema looks at `copies`, and what happens when it says no?',
      'const Move = z.object({ …, copies: z.int().min(1) });',
    ],
    cases: [
      {
        id: 'bad-amount-taken',
        when: (seen) => hasStatus(seen, 200),
        hints: (seen) => [
          `A move of \`${JSON.stringify(readSent(seen).copies)}\` copies was carried out, and a move takes a whole number, 1 or more.`,
          'Which schema looks at `copies`? What would a negative number do to the target, which nobody asked to give any?',
          'copies: z.int().min(1)',
        ],
      },
      ...refusalCases,
    ],
  },
  async ({ api, random }) => {
    const pair = await putPair(api, random, [40, 50]);
    for (const copies of random.shuffle([0, -random.integer(1, 9), 1.5, random.word(), null])) {
      const reply = await post(api, pair, copies);
      expect(reply.status, 'the status').toBe(422);
      await expectHeld(api, pair, 'after the refused move');
    }
    await move(api, pair, 1, ' of the next move');
  },
);
