import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  type Random,
  type Reply,
} from '../../kit/checks.ts';
import { isAbout } from '../../kit/failure-seen.ts';
import { anotherSuccess, notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

const slowRequests = 8;
const healthReplies = 3;
/** Where fewer replies came, it may have been the machine: whoever holds the loop holds it again. */
const tries = 6;

const derive = promisify(pbkdf2);

async function hashOf(password: string): Promise<string> {
  return (await derive(password, 'salt', 100_000, 32, 'sha256')).toString('hex');
}

const drawHash = (random: Random) =>
  Array.from({ length: 64 }, () => random.integer(0, 15).toString(16)).join('');

function expectJson(reply: Reply, body: object): void {
  expect(reply.status, 'the status').toBe(200);
  expect(reply.json ?? reply.body, 'the body').toMatchObject(body);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

/** How many times `/health` answered, asked again and again, before the last of the slow replies. */
async function countHealthReplies(api: Api, path: string, bodies: object[]): Promise<number> {
  let underWay = bodies.length;
  const slow = bodies.map(async (body) => {
    const reply = await api.post(path, body);
    underWay -= 1;
    expect(reply.status, 'the status').toBe(200);
  });
  let answered = 0;
  const askForHealth = async () => {
    while (answered < healthReplies) {
      const reply = await api.get('/health');
      expectJson(reply, { status: 'ok' });
      if (underWay === 0) return;
      answered += 1;
    }
  };
  await Promise.all([...slow, askForHealth()]);
  return answered;
}

/** What the reply holds under `hash` or `matches`. */
const readReply = ({ exchange }: FailureSeen): { hash?: unknown; matches?: unknown } =>
  Object(exchange?.response?.json);

const shape =
  "const key = await promisify(pbkdf2)(password, 'salt', 100_000, 32, 'sha256'); return key.toString('hex');";

const callers = [
  'return c.json({ hash: await hashPassword(password) });',
  'return c.json({ matches: (await hashPassword(password)) === hash });',
] as const;

const hashCases: HintCase[] = [
  {
    id: 'hash-is-a-promise',
    when: (seen) => JSON.stringify(readReply(seen).hash) === '{}',
    hints: [
      'The hash in the reply is `{}`. That is what a promise looks like as JSON.',
      'Does `hashPassword` return a promise now, and does every route await it?',
      callers[0],
    ],
  },
  {
    id: 'hash-is-a-buffer',
    when: (seen) => Object(readReply(seen).hash).type === 'Buffer',
    hints: [
      'The hash in the reply is a list of bytes. The starter sent 64 hex digits.',
      'What does `pbkdf2` hand over, and what did the starter do with it before it was sent?',
      "key.toString('hex')",
    ],
  },
  {
    id: 'no-hash',
    when: (seen) => isAbout(seen, 'the body') && !readReply(seen).hash,
    hints: [
      'The reply came without a hash.',
      'Where does the hash appear: in a callback? Does your `return c.json(…)` wait until that was called?',
      shape,
    ],
  },
  {
    id: 'another-hash',
    when: (seen) => isAbout(seen, 'the body') && typeof readReply(seen).hash === 'string',
    hints: [
      'There is a hash in the reply, and it is not the one that the starter sends for this password.',
      'Is it made of the password of this very request, and are salt, rounds, length and digest those of the starter?',
      shape,
    ],
  },
];

const verifyCases: HintCase[] = [
  {
    id: 'never-matches',
    when: (seen) => readReply(seen).matches === false,
    hints: [
      'The hash was that of the password, and the reply says that it does not match.',
      'What do you compare with `hash`: a text, or the promise of one, which equals nothing?',
      callers[1],
    ],
  },
  {
    id: 'always-matches',
    when: (seen) => readReply(seen).matches === true,
    hints: [
      'The hash was not that of the password, and the reply says that it matches.',
      'Do you compare two texts, or do you ask whether something is there? A promise always is.',
      callers[1],
    ],
  },
];

const statusCases = [notSentAsJson, anotherSuccess];

check(
  'hashes-the-password',
  {
    title: 'answers POST /hash as the starter did',
    lesson: 'async/see',
    hints: [
      'The reply is an object with the key `hash`, as in the starter.',
      'What has changed in the route besides the `await`?',
      callers[0],
    ],
    cases: [...hashCases, ...statusCases],
  },
  async ({ api, random }) => {
    for (const password of [random.word(), `${random.word()} 7Ż ${random.word()}`]) {
      const hash = await hashOf(password);
      expectJson(await api.post('/hash', { password }), { hash });
    }
  },
);

check(
  'verifies-the-password',
  {
    title: 'answers POST /verify as the starter did',
    lesson: 'async/see',
    hints: [
      'The reply is an object with the key `matches`, true or false.',
      'What has changed in the route besides the `await`?',
      callers[1],
    ],
    cases: [...verifyCases, ...statusCases],
  },
  async ({ api, random }) => {
    const password = random.word();
    const hash = await hashOf(password);
    expectJson(await api.post('/verify', { password, hash }), { matches: true });
    for (const claim of [
      { password: random.word(), hash },
      { password: password.toUpperCase(), hash },
      { password, hash: drawHash(random) },
    ]) {
      expectJson(await api.post('/verify', claim), { matches: false });
    }
  },
);

check(
  'keeps-requests-apart',
  {
    title: 'keeps requests apart that are under way together',
    lesson: 'async/see',
    hints: [
      'Several requests were sent at once, and this one did not get its own answer.',
      'Which variable outside of your functions does a request write, so that the next one changes it during the `await`?',
      'async function hashPassword(password: string) { … } // nothing outside of it is written',
    ],
    cases: [
      ...statusCases,
      {
        id: 'hash-of-another',
        when: (seen) => isAbout(seen, 'the body') && typeof readReply(seen).hash === 'string',
        hints: [
          'Several passwords were sent at once, and one was answered with a hash that is not its own.',
          'Which variable outside of your functions does a request write or share, while another awaits?',
          'async function hashPassword(password: string) { … } // nothing outside of it is written',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const passwords = Array.from({ length: 3 }, () => random.word(8));
    const known = await Promise.all(
      passwords.map(async (password) => ({ password, hash: await hashOf(password) })),
    );
    const wrong = { password: random.word(8), hash: known[0]?.hash };
    await Promise.all([
      ...known.map(async ({ password, hash }) =>
        expectJson(await api.post('/hash', { password }), { hash }),
      ),
      ...known.map(async (claim) =>
        expectJson(await api.post('/verify', claim), { matches: true }),
      ),
      api.post('/verify', wrong).then((reply) => expectJson(reply, { matches: false })),
    ]);
  },
);

check(
  'answers-health-meanwhile',
  {
    title: 'answers GET /health while passwords are hashed',
    lesson: 'async/say',
    hints: [
      'Eight requests were sent at once. `/health`, asked again and again meanwhile, had not answered three times when the last of them was done.',
      'Does the function that computes the hash give the loop back, or has it `Sync` in its name? Put off with a timer or wrapped in a promise, it still runs on the loop. And does `/health` itself wait for anything?',
      shape,
    ],
    cases: statusCases,
  },
  async ({ api, random }) => {
    const draw: Record<string, () => object> = {
      '/hash': () => ({ password: random.word(8) }),
      '/verify': () => ({ password: random.word(8), hash: drawHash(random) }),
    };
    for (const [path, drawBody] of Object.entries(draw)) {
      let answered = 0;
      for (let round = 0; round < tries && answered < healthReplies; round++) {
        const bodies = Array.from({ length: slowRequests }, drawBody);
        answered = await countHealthReplies(api, path, bodies);
      }
      expect(
        answered < healthReplies ? 'less often' : 'three times',
        `how often /health answered before the last of eight POST ${path}`,
      ).toBe('three times');
    }
  },
);
