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
import { isAbout, isRefusal, keysOf, readReplyKeys, readSent } from '../../kit/failure-seen.ts';
import { notSentAsJson, validationThrew } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

type Item = { name: string; price: number; description: string | null; tags: string[] };

/** Wants this item, as JSON; other keys are free. `after` names the request before, where that is to blame. */
function expectItem(reply: Reply, item: Item, after = ''): void {
  expect(reply.status, 'the status').toBe(200);
  expect(reply.json ?? reply.body, `the body${after}`).toMatchObject(item);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

function expectNoItem(reply: Reply): void {
  expect(reply.status, 'the status').toBe(404);
  expect(reply.json ?? reply.body, 'the body').toMatchObject({ detail: 'Item not found' });
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

/** Puts an item and wants it back, with what the defaults fill in. */
async function put(api: Api, id: string, body: Partial<Item>): Promise<Item> {
  const item = { description: null, tags: [], ...body } as Item;
  expectItem(await api.put(`/items/${id}`, body), item);
  return item;
}

/** Patches an item and wants the whole of it back, also from a GET after it. */
async function patch(api: Api, id: string, before: Item, changes: Partial<Item>): Promise<Item> {
  const item = { ...before, ...changes };
  expectItem(await api.patch(`/items/${id}`, changes), item);
  expectItem(await api.get(`/items/${id}`), item, afterPatch(changes));
  return item;
}

/** Says which PATCH came before, as in ` after the PATCH of name, tags`. */
const afterPatch = (changes: object, name = 'PATCH') =>
  ` after the ${name} of ${Object.keys(changes).join(', ') || 'nothing'}`;

const drawId = (random: Random) => `${random.word()}-${random.integer(1, 999)}`;
const drawText = (random: Random) => `${random.word()} ${random.word()}`;
const drawPrice = (random: Random) => random.integer(1, 999) + 0.5;
const drawTags = (random: Random) =>
  Array.from({ length: random.integer(1, 3) }, () => random.word());

const drawItem = (random: Random): Item => ({
  name: random.word(),
  price: drawPrice(random),
  description: drawText(random),
  tags: drawTags(random),
});

const isWrongBody = (seen: FailureSeen) => isAbout(seen, 'the body');
const isMethod = ({ exchange }: FailureSeen, method: string) => exchange?.request.method === method;
const readReply = ({ exchange }: FailureSeen) => Object(exchange?.response?.json);
const readExpected = ({ failure }: FailureSeen) => Object(failure.expected);

/** Whether one of the four keys is not in the reply. */
const isKeyMissing = (seen: FailureSeen) =>
  isWrongBody(seen) &&
  !['name', 'price', 'description', 'tags'].every((key) => readReplyKeys(seen).includes(key));

/** Whether the reply has another value than was asked for under this key. */
const isOtherValue = (seen: FailureSeen, key: string) =>
  JSON.stringify(readReply(seen)[key]) !== JSON.stringify(readExpected(seen)[key]);

const itemNotFound: HintCase = {
  id: 'item-not-found',
  when: (seen) => hasStatus(seen, 404) && readReply(seen).detail === 'Item not found',
  hints: [
    'This item was put just before, and your handler does not find it.',
    'Where do PUT, GET and PATCH keep the items: all three in one place, outside of the handlers, under the same id?',
    'const items = new Map<string, Item>(); // one, at the top of the file',
  ],
};

const anotherSuccess: HintCase = {
  id: 'another-success',
  when: (seen) => [201, 202, 204].some((status) => hasStatus(seen, status)),
  hints: [
    'The task asks for status 200 and the item, of PUT and of PATCH, for a new item too.',
    'Which status stands behind the item in your `c.json(…)`?',
    'return c.json(item);',
  ],
};

const itemNotOnTop: HintCase = {
  id: 'item-not-on-top',
  when: (seen) => isWrongBody(seen) && keysOf(readReply(seen)).every((key) => !(key in wanted)),
  hints: [
    'The item must be the JSON itself, and none of its keys is at the top of yours.',
    'Compare your reply with the example: what stands around the item?',
    'return c.json(item);',
  ],
};

const wanted = { name: true, price: true, description: true, tags: true };

check(
  'puts-and-reads',
  {
    title: 'still puts whole items and reads them, each under its own id',
    lesson: 'pydantic/see',
    hints: [
      'PUT stores the item that was sent, with the defaults, in place of the one that was there.',
      'Did the starter answer this request? What did you change since?',
      "items.set(c.req.param('id'), result.data); return c.json(result.data);",
    ],
    cases: [
      itemNotFound,
      anotherSuccess,
      {
        id: 'default-is-asked-for',
        when: isRefusal,
        hints: [
          'A whole item was refused. `description` and `tags` may be left out.',
          'What does the schema of PUT say about `description` and `tags`?',
          'description: z.string().nullable().default(null), tags: z.array(z.string()).default([])',
        ],
      },
      {
        id: 'put-left-a-key-out',
        when: isKeyMissing,
        hints: [
          'The whole item has four keys, and one of them is not there.',
          'What does the schema of PUT fill in for `description` and `tags`? Are its defaults still there?',
          'description: z.string().nullable().default(null), tags: z.array(z.string()).default([])',
        ],
      },
      {
        id: 'put-kept-old-values',
        when: (seen) =>
          isWrongBody(seen) &&
          readSent(seen) !== '' &&
          !readSent(seen).includes('tags') &&
          !isOtherValue(seen, 'name'),
        hints: [
          'PUT replaces the whole item: what was not sent gets its default, not the old value.',
          'Does your PUT merge what was sent into what is stored?',
          "items.set(c.req.param('id'), result.data);",
        ],
      },
      {
        id: 'another-item',
        when: (seen) => isWrongBody(seen) && isMethod(seen, 'GET') && isOtherValue(seen, 'name'),
        hints: [
          'Another item came back than the one that was put last under this id.',
          'Under what does PUT store an item, and what does GET look for?',
          "items.get(c.req.param('id'))",
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const [id, other] = [drawId(random), drawId(random)];
    await put(api, id, drawItem(random));
    const short = await put(api, id, { name: random.word(), price: drawPrice(random) });
    const item = await put(api, other, drawItem(random));
    expectItem(await api.get(`/items/${id}`), short);
    expectItem(await api.get(`/items/${other}`), item);
  },
);

const notStored: HintCase = {
  id: 'not-stored',
  when: (seen) => isWrongBody(seen) && isMethod(seen, 'GET'),
  hints: [
    'PATCH gave the right answer, and a GET after it reads something else.',
    'What do you put into the store: the whole item, as you answered it?',
    'items.set(id, item); return c.json(item);',
  ],
};

const patchAlone: HintCase = {
  id: 'patch-alone',
  when: isKeyMissing,
  hints: [
    'Only a part of the item came back, and the task asks for the whole one.',
    'What do you answer with, and what do you store: the changes, or the item with the changes made?',
    'const item = { ...stored, ...changes };',
  ],
};

check(
  'changes-what-was-sent',
  {
    title: 'changes the keys that were sent, answers the whole item, and stores it',
    lesson: 'pydantic/see',
    hints: [
      'A patch holds some of the keys. Each that was sent gets its new value.',
      'How do you put the stored item and what was sent together?',
      'const item = { ...stored, ...changes }; items.set(id, item); return c.json(item);',
    ],
    cases: [
      itemNotFound,
      {
        id: 'no-route-for-patch',
        when: (seen) => hasStatus(seen, 404) || hasStatus(seen, 405),
        hints: [
          'No route of your app answered this PATCH.',
          'Is there a route with this method and this path, and does it `return` its reply?',
          "app.patch('/items/:id', async (c) => …)",
        ],
      },
      anotherSuccess,
      {
        id: 'whole-item-asked-for',
        when: isRefusal,
        hints: [
          'A patch was refused that holds some of the keys only.',
          'Which schema do you check a patch with: one in which every key may be left out?',
          'const Patch = z.object({ name: …, price: …, description: …, tags: … }).partial();',
        ],
      },
      {
        id: 'patch-threw',
        when: (seen) => hasStatus(seen, 500),
        hints: [
          'An error left your handler, and became a 500.',
          'Do you wait for the body: `await c.req.json()`? Do you call `parse`, which throws?',
          'const result = Patch.safeParse(await c.req.json());',
        ],
      },
      itemNotOnTop,
      patchAlone,
      {
        id: 'list-added-to',
        when: (seen) =>
          isWrongBody(seen) && readReply(seen).tags?.length > readExpected(seen).tags?.length,
        hints: [
          'The new tags were added to the old ones. The task says that a list is replaced.',
          'What do you do with `tags`: `push`, `concat`, `[...stored.tags, …]`?',
          'const item = { ...stored, ...changes };',
        ],
      },
      {
        id: 'another-item-changed',
        when: (seen) =>
          isWrongBody(seen) && isMethod(seen, 'GET') && isOtherValue(seen, 'description'),
        hints: [
          'A GET reads other values than the ones it should: of this item, or of one that nobody patched.',
          'What do you store, and under which id? Do two items share one object?',
          'const item = { ...stored, ...changes }; items.set(id, item);',
        ],
      },
      notStored,
      {
        id: 'not-changed',
        when: isWrongBody,
        hints: [
          'A key that was sent has not its new value.',
          'Do you wait for the body: `await c.req.json()`? Which comes last in your merge, what is stored or what was sent? Are all four keys looked at?',
          'const item = { ...stored, ...changes }; // the last one wins',
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const [id, other] = [drawId(random), drawId(random)];
    const bystander = await put(api, other, drawItem(random));
    let item = await put(api, id, { name: random.word(), price: drawPrice(random) });
    item = await patch(api, id, item, { price: drawPrice(random) });
    item = await patch(api, id, item, { name: random.word() });
    for (const _ of [1, 2]) {
      const { description, tags } = drawItem(random);
      item = await patch(api, id, item, { description, tags });
    }
    await patch(api, id, item, drawItem(random));
    expectItem(await api.get(`/items/${other}`), bystander, ' after the PATCH of another item');
  },
);

check(
  'keeps-what-was-not-sent',
  {
    title: 'keeps the keys that were not sent, whatever their defaults',
    lesson: 'pydantic/see',
    hints: [
      'A key that was not sent keeps its stored value.',
      'What does your schema give for a key that is not in the patch?',
      'const Patch = z.object({ … }).partial(); // no default in it',
    ],
    cases: [
      {
        id: 'defaults-overwrite',
        when: (seen) =>
          isWrongBody(seen) &&
          ((isOtherValue(seen, 'description') && readReply(seen).description === null) ||
            (isOtherValue(seen, 'tags') && readReply(seen).tags?.length === 0)),
        hints: [
          'A default took the place of a stored value: `description` or `tags` was not sent.',
          'Do the keys of your patch have a `default`? In Zod, `Item.partial()` keeps the defaults of Item and fills them in.',
          'const Patch = z.object({ …, description: z.string().nullable(), tags: z.array(z.string()) }).partial();',
        ],
      },
      patchAlone,
      notStored,
    ],
  },
  async ({ api, random }) => {
    const id = drawId(random);
    let item = await put(api, id, drawItem(random));
    const { name, price, description, tags } = drawItem(random);
    for (const changes of random.shuffle([{ name }, { price }, { description }, { tags }])) {
      item = await patch(api, id, item, changes);
    }
  },
);

check(
  'takes-null-for-a-change',
  {
    title: 'sets description to null when null was sent',
    lesson: 'pydantic/run',
    hints: [
      'null was sent, and that is a change: from a text to nothing.',
      'What becomes of null in your handler?',
      'description: z.string().nullable() // and no ?? where you merge',
    ],
    cases: [
      {
        id: 'null-refused',
        when: isRefusal,
        hints: [
          'null was refused for `description`, which may hold it.',
          '`.optional()` says "may be left out". What says "may be null"?',
          'description: z.string().nullable()',
        ],
      },
      {
        id: 'null-became-text',
        when: (seen) => isWrongBody(seen) && ['', 'null'].includes(readReply(seen).description),
        hints: [
          'null was sent, and it came back as a text.',
          "Which of your lines turns null into a text: `?? ''`, `String(…)`, `z.coerce`?",
          'const item = { ...stored, ...changes };',
        ],
      },
      {
        id: 'null-ignored',
        when: (seen) => isWrongBody(seen) && typeof readReply(seen).description === 'string',
        hints: [
          'The old description is still there: null was taken for "not sent".',
          'Which of your conditions cannot tell null from undefined: `??`, `!= null`, `if (value)`?',
          'const item = { ...stored, ...changes }; // or: changes.description !== undefined',
        ],
      },
      {
        id: 'key-removed',
        when: (seen) => isWrongBody(seen) && !readReplyKeys(seen).includes('description'),
        hints: [
          'The description is gone from the item, and it should be there, holding null.',
          'Does your handler delete a key for null, or turn null into undefined?',
          'const item = { ...stored, ...changes };',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const id = drawId(random);
    const item = await put(api, id, drawItem(random));
    await patch(api, id, item, { description: null });
    const again = await patch(api, id, item, { description: drawText(random) });
    await patch(api, id, again, { price: drawPrice(random), description: null });
  },
);

check(
  'takes-0-and-empty-for-changes',
  {
    title: 'takes 0, the empty text and the empty list for changes',
    lesson: 'pydantic/run',
    hints: [
      '0, the empty text and the empty list are values like any other.',
      'Which of your conditions asks for more than "was it sent"?',
      'const item = { ...stored, ...changes };',
    ],
    cases: [
      {
        id: 'empty-refused',
        when: isRefusal,
        hints: [
          '0, an empty text or an empty list was refused.',
          'Which bounds does your schema have? The task has none.',
          'name: z.string(), price: z.number(), tags: z.array(z.string())',
        ],
      },
      {
        id: 'empty-is-null',
        when: (seen) => isWrongBody(seen) && readReply(seen).description === null,
        hints: [
          'The empty text was sent for `description`, and null came back.',
          'Which of your lines makes null of it: `description || null`?',
          'const item = { ...stored, ...changes };',
        ],
      },
      {
        id: 'empty-ignored',
        when: isWrongBody,
        hints: [
          'The old value is still there: 0 or something empty was taken for "not sent".',
          'Which of your conditions is false for 0, "" or an empty list: `value ||`, `if (value)`, `tags?.length`?',
          'const item = { ...stored, ...changes }; // or: changes.price !== undefined',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const id = drawId(random);
    const item = drawItem(random);
    const empty = [{ price: 0 }, { name: '' }, { description: '' }, { tags: [] }];
    for (const changes of random.shuffle(empty)) {
      await put(api, id, item);
      await patch(api, id, item, changes);
    }
  },
);

check(
  'changes-nothing-for-nothing',
  {
    title: 'changes nothing for an empty patch, nor for keys that an item does not have',
    lesson: 'pydantic/see',
    hints: [
      'Nothing that an item has was sent: the answer is the item as it is.',
      'What does your handler do when no key is left to change?',
      'const Patch = z.object({ … }).partial(); // leaves out keys that it does not name',
    ],
    cases: [
      {
        id: 'empty-patch-refused',
        when: (seen) => isRefusal(seen) && readSent(seen) === '{}',
        hints: [
          'The empty patch was refused. The task says that it changes nothing: status 200.',
          'Does something ask for at least one key?',
          'const Patch = z.object({ … }).partial();',
        ],
      },
      {
        id: 'unknown-key-refused',
        when: isRefusal,
        hints: [
          'A key that an item does not have was refused. The task says that it is no error.',
          'What kind of object is your schema: one that forbids other keys?',
          'z.object({ … }) // z.strictObject refuses other keys, z.object leaves them out',
        ],
      },
      anotherSuccess,
      {
        id: 'unknown-key-came-back',
        when: (seen) => seen.failure.message.includes('unknown key'),
        hints: [
          'A key that an item does not have was stored, or came back.',
          'Do you merge the body as it came, or what the schema made of it? Does the schema let other keys through?',
          'const item = { ...stored, ...result.data }; // z.object leaves other keys out',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const id = drawId(random);
    const item = await put(api, id, drawItem(random));
    await patch(api, id, item, {});
    const unknown = `x_${random.word()}`;
    for (const changes of [{ [unknown]: 1 }, { [unknown]: 1, name: random.word() }]) {
      const { name = item.name } = changes;
      for (const send of [
        () => api.patch(`/items/${id}`, changes),
        () => api.get(`/items/${id}`),
      ]) {
        const reply = await send();
        expectItem(reply, { ...item, name: String(name) });
        const found = keysOf(reply.json).filter((key) => key === unknown);
        expect(found.length, 'how often an unknown key is back').toBe(0);
      }
    }
  },
);

check(
  'refuses-bad-values',
  {
    title: 'refuses a bad value with 422, and then changes nothing at all',
    lesson: 'pydantic/see',
    hints: [
      'First look at the whole patch, then change the item.',
      'What has your handler already done when it finds the bad value?',
      'const result = Patch.safeParse(body); if (!result.success) return c.json({ detail: … }, 422);',
    ],
    cases: [
      validationThrew,
      {
        id: 'put-took-a-bad-value',
        when: (seen) => isMethod(seen, 'PUT'),
        hints: [
          'PUT, too, refuses a bad item with 422, as the starter did.',
          'Which schema checks the body of PUT? There, name and price must be sent.',
          'const result = Item.safeParse(await c.req.json());',
        ],
      },
      {
        id: 'bad-item-stored',
        when: (seen) => isMethod(seen, 'GET') && hasStatus(seen, 200),
        hints: [
          'PUT refused an item with 422, and a GET finds it all the same.',
          'Do you store the item before you look at the result of the validation?',
          'if (!result.success) return c.json({ detail: … }, 422); // before items.set',
        ],
      },
      {
        id: 'null-taken',
        when: (seen) => hasStatus(seen, 200) && /:null/.test(readSent(seen)),
        hints: [
          'null was taken for a key that may not hold it. Only `description` may.',
          '`.nullable()` and `.nullish()` let null pass. Which keys have them, and is null skipped in your merge?',
          'name: z.string(), price: z.number(), tags: z.array(z.string()) // then .partial()',
        ],
      },
      {
        id: 'bad-value-taken',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'A value of another type was answered with 200.',
          'Is the patch checked by a schema, does anyone look at the result, does something convert values?',
          'const result = Patch.safeParse(body); if (!result.success) return c.json({ detail: … }, 422);',
        ],
      },
      {
        id: 'answers-400',
        when: (seen) => hasStatus(seen, 400),
        hints: [
          'FastAPI keeps 400 for other trouble: what does not fit a model is a 422.',
          'Where do you choose the status of a refusal? Does a validator choose it for you?',
          'if (!result.success) return c.json({ detail: result.error.issues }, 422);',
        ],
      },
      {
        id: 'changed-before-refused',
        when: (seen) => isWrongBody(seen) && isMethod(seen, 'GET'),
        hints: [
          'The patch was refused, and yet the item is not what it was.',
          'Which lines have run when the 422 is sent? Do they change the stored object?',
          'Validate all of it, then make a new item: { ...stored, ...result.data }',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const id = drawId(random);
    const item = await put(api, id, drawItem(random));
    const [number, word] = [random.integer(2, 999), random.word()];
    const bad = [
      { name: null },
      { price: null },
      { tags: null },
      { price: word },
      { name: number },
      { description: number },
      { tags: word },
      { tags: [word, number] },
    ];
    const good = { name: word, price: number + 0.5, tags: [word], description: null };
    const mixed = [
      ['price', word],
      ['tags', [word, null]],
    ].map(([key, value]) => {
      // The bad value comes last: whoever changes key by key has changed the others by then.
      const others = Object.entries(good).filter(([name]) => name !== key);
      return Object.fromEntries([...random.shuffle(others), [String(key), value]]);
    });
    for (const changes of [...random.shuffle(bad), ...mixed]) {
      expect((await api.patch(`/items/${id}`, changes)).status, 'the status').toBe(422);
      expectItem(await api.get(`/items/${id}`), item, afterPatch(changes, 'refused PATCH'));
    }
    const other = drawId(random);
    for (const body of [{ name: word }, { ...good, price: null }, { price: number }]) {
      expect((await api.put(`/items/${other}`, body)).status, 'the status').toBe(422);
    }
    expectNoItem(await api.get(`/items/${other}`));
  },
);

check(
  'finds-no-item',
  {
    title: 'answers 404 for an item that was never put, and puts none',
    lesson: 'pydantic/see',
    hints: [
      'A patch changes an item that is there. Here is none.',
      'What does `items.get(id)` give for this id, and what do you do then?',
      "if (stored === undefined) return c.json({ detail: 'Item not found' }, 404);",
    ],
    cases: [
      {
        id: 'patch-created-an-item',
        when: (seen) => hasStatus(seen, 200) || hasStatus(seen, 201),
        hints: [
          'This item was never put, and it was answered as if it were there.',
          'What do you merge the patch into when nothing is stored: `{ ...undefined, ...changes }` is an object too?',
          "if (stored === undefined) return c.json({ detail: 'Item not found' }, 404);",
        ],
      },
      {
        id: 'patch-threw-without-an-item',
        when: (seen) => hasStatus(seen, 500),
        hints: [
          'An error left your handler: the item that is not there was used as if it were.',
          'What is `items.get(id)` here?',
          "if (stored === undefined) return c.json({ detail: 'Item not found' }, 404);",
        ],
      },
      {
        id: 'refused-without-an-item',
        when: isRefusal,
        hints: [
          'Nothing is wrong with this patch. There is no item to change, and that is a 404.',
          'What do you check when nothing is stored: an item that holds the patch only?',
          "if (stored === undefined) return c.json({ detail: 'Item not found' }, 404);",
        ],
      },
      {
        id: 'another-detail',
        when: isWrongBody,
        hints: [
          'The status is right, the body is another one.',
          'What does the task ask for beside the status, letter by letter?',
          "return c.json({ detail: 'Item not found' }, 404);",
        ],
      },
      {
        id: 'not-found-status',
        when: (seen) => isAbout(seen, 'the status'),
        hints: [
          'The task asks for 404 here.',
          'Which status does your handler answer with when there is no item?',
          "return c.json({ detail: 'Item not found' }, 404);",
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const id = `nobody-${drawId(random)}`;
    expectNoItem(await api.get(`/items/${id}`));
    const item = drawItem(random);
    for (const changes of [{ price: item.price }, {}, item]) {
      expectNoItem(await api.patch(`/items/${id}`, changes));
      expectNoItem(await api.get(`/items/${id}`));
    }
  },
);
