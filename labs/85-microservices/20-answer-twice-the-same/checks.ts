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
import { notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

type Payment = { amount: number; to: string };

const keyOf = (key: string) => ({ headers: { 'Idempotency-Key': key } });

const drawPayment = (random: Random): Payment => ({
  amount: random.integer(1, 999),
  to: random.word(),
});

async function countCalls(api: Api): Promise<number> {
  const reply = await api.get('/bank');
  expect(reply.json?.calls, '`calls` of GET /bank').toEqual(expect.any(Number));
  expect(readMediaType(reply), 'the content type of GET /bank').toBe('application/json');
  return reply.json.calls;
}

/** A key that a target has not seen, even where the same inputs were drawn for it before: the count has grown since. */
const drawKey = async (api: Api, random: Random) => `${random.word(8)}-${await countCalls(api)}`;

/** Sends a request that has the bank called so often. */
async function expectCalls(api: Api, calls: number, send: () => Promise<Reply>): Promise<Reply> {
  const before = await countCalls(api);
  const reply = await send();
  expect((await countCalls(api)) - before, 'the number of calls to `charge`').toBe(calls);
  return reply;
}

/** A request that pays: a new payment, with a number that none before had. */
async function expectPayment(api: Api, payment: Payment, key?: string): Promise<Reply> {
  const before = await countCalls(api);
  const reply = await api.post('/payments', payment, key === undefined ? {} : keyOf(key));
  expect(reply.status, 'the status').toBe(201);
  const wanted = { payment_id: before + 1, ...payment };
  expect(reply.json ?? reply.body, 'the payment').toMatchObject(wanted);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
  expect((await countCalls(api)) - before, 'the number of calls to `charge`').toBe(1);
  return reply;
}

/** A request that gets a reply from before, without the bank. */
async function expectRepeat(api: Api, first: Reply, send: () => Promise<Reply>): Promise<void> {
  await expectCalls(api, 0, async () => {
    const reply = await send();
    expect(reply.status, 'the status of the repeat').toBe(first.status);
    expect(reply.json ?? reply.body, 'the repeat').toEqual(first.json);
    expect(readMediaType(reply), 'the content type').toBe('application/json');
    return reply;
  });
}

async function expectRefusal(api: Api, payment: Payment, key: string): Promise<void> {
  await expectCalls(api, 0, async () => {
    const reply = await api.post('/payments', payment, keyOf(key));
    expect(reply.status, 'the status for another payment').toBe(422);
    return reply;
  });
}

const isCount = (seen: FailureSeen) => isAbout(seen, 'the number of calls');
const received = ({ failure }: FailureSeen) => failure.received;
const givenChanged: HintCase = {
  id: 'given-changed',
  when: ({ failure }) => failure.message.includes(' of GET /bank'),
  hints: [
    '`GET /bank` does not answer as it did in the starter.',
    'Is this route at the top of the file still what it was?',
    "app.get('/bank', (c) => c.json({ calls })); // from the starter",
  ],
};

const chargedAgain: HintCase = {
  id: 'charged-again',
  when: (seen) =>
    (isCount(seen) && Number(received(seen)) > 0) ||
    (isAbout(seen, 'the repeat') && Object(received(seen)).payment_id !== undefined),
  hints: (seen) => [
    isCount(seen)
      ? 'The bank was called for a request that should have moved no money.'
      : 'The same key and the same payment came again, and what was answered is not the first reply.',
    'Is the key read from the header? Do you look it up before `charge` is called, and what do you keep under it when it is new?',
    'const first = kept.get(key); if (first !== undefined) …; // above charge(…)',
  ],
};

const repeatRefused: HintCase = {
  id: 'repeat-refused',
  when: (seen) =>
    isAbout(seen, 'the status of the repeat') && [400, 409, 422].some((s) => hasStatus(seen, s)),
  hints: [
    'The same key came with the same payment, and was refused. The client only wants to know how its first request ended.',
    'How do you compare the two payments: by their values, or as objects and texts, which differ each time?',
    'first.payment.amount === payment.amount && first.payment.to === payment.to',
  ],
};

const anotherStatus: HintCase = {
  id: 'repeat-with-another-status',
  when: (seen) => isAbout(seen, 'the status of the repeat'),
  hints: (seen) => [
    `The first reply had status ${seen.failure.expected}, and the repeat has ${seen.failure.received}.`,
    'What do you keep under the key: the JSON alone, or the status as well?',
    'return c.json(first.reply.json, first.reply.status);',
  ],
};

const common = [givenChanged, repeatRefused, anotherStatus, chargedAgain, notSentAsJson];

check(
  'pays-without-a-key',
  {
    title: 'takes each request without a key for a payment of its own',
    lesson: 'microservices/say',
    hints: [
      'Without the header nothing changes: two requests are two payments, even with the same body.',
      'What is `key` when the header was not sent, and do you look up or keep anything under that?',
      'const first = key === undefined ? undefined : kept.get(key);',
    ],
    cases: [
      {
        id: 'key-asked-for',
        when: (seen) => [400, 409, 422].some((status) => hasStatus(seen, status)),
        hints: [
          'A payment without a key was refused. A key is offered here, and nobody has to use it.',
          'What does your code do when `c.req.header(…)` is undefined?',
          'if (key !== undefined) …',
        ],
      },
      {
        id: 'not-charged',
        when: (seen) => isAbout(seen, 'the payment') || isCount(seen),
        hints: [
          'Of requests without a key each is a new payment. Here the reply was not that of a new one.',
          'Do you tell requests apart by their key, or by their body? And is nothing kept under `undefined`?',
          'if (key !== undefined) kept.set(key, …);',
        ],
      },
      givenChanged,
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const payment = drawPayment(random);
    await expectPayment(api, payment);
    await expectPayment(api, payment);
    await expectPayment(api, drawPayment(random));
  },
);

check(
  'repeats-the-first-reply',
  {
    title: 'answers the same key and payment with the first reply, and charges once',
    lesson: 'microservices/say',
    hints: [
      'The second reply is the first one, number and all, and the bank is not asked again.',
      'Where do you keep a reply, so that the next request finds it?',
      'const kept = new Map<string, …>(); // outside of the route',
    ],
    cases: common,
  },
  async ({ api, random }) => {
    const [payment, key] = [drawPayment(random), await drawKey(api, random)];
    const first = await expectPayment(api, payment, key);
    for (let repeat = 0; repeat < 3; repeat++) {
      await expectRepeat(api, first, () => api.post('/payments', payment, keyOf(key)));
      await expectPayment(api, drawPayment(random));
    }
  },
);

check(
  'tells-keys-apart',
  {
    title: 'keeps a reply for each key, also for the same payment',
    lesson: 'microservices/say',
    hints: [
      'Each key has its own reply. The same payment under another key is another payment.',
      'How many keys does your code remember, and does it compare them as they were sent?',
      'kept.get(key) // one entry for each key, in a Map',
    ],
    cases: [
      {
        id: 'key-taken-for-another',
        when: (seen) => isAbout(seen, 'the payment') || (isCount(seen) && received(seen) === 0),
        hints: [
          'A key that had not been used got the reply of another one.',
          'Do you compare the whole key, with its capitals, or do you look at the payment instead?',
          'kept.get(key) // the key as it is',
        ],
      },
      ...common,
    ],
  },
  async ({ api, random }) => {
    const [payment, key] = [drawPayment(random), await drawKey(api, random)];
    const keys = [key, key.toUpperCase(), `${key}0`, `${random.word()}-${key}`];
    const firsts: [string, Reply][] = [];
    for (const one of keys) firsts.push([one, await expectPayment(api, payment, one)]);
    for (const [one, first] of random.shuffle(firsts)) {
      await expectRepeat(api, first, () => api.post('/payments', payment, keyOf(one)));
    }
  },
);

check(
  'compares-values',
  {
    title: 'takes a payment for the same when its values are, however it is written',
    lesson: 'microservices/say',
    hints: [
      'The same payment was written with its keys in another order, or with spaces.',
      'Do you compare the text of the body, or the payment that was read from it?',
      'first.payment.amount === payment.amount && first.payment.to === payment.to',
    ],
    cases: common,
  },
  async ({ api, random }) => {
    const { amount, to } = drawPayment(random);
    const key = await drawKey(api, random);
    const first = await expectPayment(api, { amount, to }, key);
    for (const body of [
      `{"to":"${to}","amount":${amount}}`,
      `{ "amount" : ${amount}.0,\n  "to" : "${to}" }`,
    ]) {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
      const send = () => api.send({ method: 'POST', path: '/payments', headers, body });
      await expectRepeat(api, first, send);
    }
  },
);

check(
  'refuses-another-payment',
  {
    title: 'refuses another payment under the same key with 422, and keeps the first reply',
    lesson: 'microservices/say',
    hints: [
      'A key belongs to one payment. Another amount or another receiver under it is a mistake of the client.',
      'Besides the reply, what do you have to keep in order to notice?',
      'kept.set(key, { payment, reply });',
    ],
    cases: [
      {
        id: 'another-payment-answered',
        when: (seen) => hasStatus(seen, 201) && seen.failure.expected === 422,
        hints: [
          'Another payment came under a used key, and the reply says 201, as if it had been made.',
          'Do you compare both the amount and the receiver with those of the first request?',
          'if (!isSame) return c.json({ detail: … }, 422);',
        ],
      },
      {
        id: 'answered-409',
        when: (seen) => hasStatus(seen, 409),
        hints: [
          '409 is what some APIs send here. The task asks for 422, and says why.',
          'Which status stands behind the body of this refusal?',
          'return c.json({ detail: … }, 422);',
        ],
      },
      {
        id: 'first-reply-lost',
        when: (seen) => isAbout(seen, 'the repeat') || isAbout(seen, 'the status of the repeat'),
        hints: [
          'After another payment had been refused, the first one no longer got its first reply.',
          'What does your code do with what it has kept, when it refuses?',
          'return c.json({ detail: … }, 422); // and nothing else changes',
        ],
      },
      ...common,
    ],
  },
  async ({ api, random }) => {
    const [payment, key] = [drawPayment(random), await drawKey(api, random)];
    const first = await expectPayment(api, payment, key);
    for (const other of random.shuffle([
      { ...payment, amount: payment.amount + 1 },
      { ...payment, to: `${payment.to}x` },
    ])) {
      await expectRefusal(api, other, key);
      await expectRepeat(api, first, () => api.post('/payments', payment, keyOf(key)));
    }
  },
);

check(
  'repeats-a-decline',
  {
    title: 'repeats a 402 as well, without asking the bank again',
    lesson: 'microservices/say',
    hints: [
      'The bank declined. Under the same key that is the answer, as often as it is asked for.',
      'Do you keep every reply of the bank, or only those with 201?',
      'const reply = charge(payment); if (key !== undefined) kept.set(key, { payment, reply });',
    ],
    cases: common,
  },
  async ({ api, random }) => {
    const payment = { amount: random.integer(1001, 9999), to: random.word() };
    const key = await drawKey(api, random);
    const first = await expectCalls(api, 1, () => api.post('/payments', payment, keyOf(key)));
    expect(first.status, 'the status').toBe(402);
    expect(first.json ?? first.body, 'the body').toMatchObject({ detail: 'Declined' });
    expect(readMediaType(first), 'the content type').toBe('application/json');
    await expectRepeat(api, first, () => api.post('/payments', payment, keyOf(key)));
  },
);

check(
  'keeps-the-key-of-a-bad-body',
  {
    title: 'answers 422 to a body that is no payment, and does not use up its key',
    lesson: 'microservices/say',
    hints: [
      'A body that could not be read was answered with 422 first. The client corrects it, and may use the same key.',
      'Do you keep anything under a key before the body has been validated?',
      'if (!result.success) return c.json(…, 422); // before anything is kept',
    ],
    cases: common,
  },
  async ({ api, random }) => {
    const payment = drawPayment(random);
    for (const bad of [{ amount: payment.amount }, { ...payment, amount: 0 }, undefined]) {
      const key = await drawKey(api, random);
      await expectCalls(api, 0, async () => {
        const reply = await api.post('/payments', bad, keyOf(key));
        expect(reply.status, 'the status').toBe(422);
        return reply;
      });
      const first = await expectPayment(api, payment, key);
      await expectRepeat(api, first, () => api.post('/payments', payment, keyOf(key)));
    }
  },
);
