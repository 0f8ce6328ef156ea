import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
} from '../../kit/checks.ts';
import { isAbout } from '../../kit/failure-seen.ts';
import { anotherSuccess, notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

const openMs = 10_000;

/** Has the other service do something: the routes for it are those of the starter. */
async function steer(api: Api, change: { isFailing?: boolean; price?: number }): Promise<void> {
  const reply = await api.put('/upstream', change);
  expect(reply.status, 'the status of PUT /upstream').toBe(204);
}

async function advance(api: Api, advance_ms: number): Promise<void> {
  const reply = await api.post('/clock', { advance_ms });
  expect(reply.status, 'the status of POST /clock').toBe(204);
}

async function countCalls(api: Api): Promise<number> {
  const reply = await api.get('/upstream');
  expect(reply.json?.calls, '`calls` of GET /upstream').toEqual(expect.any(Number));
  expect(readMediaType(reply), 'the content type of GET /upstream').toBe('application/json');
  return reply.json.calls;
}

/** Whatever was before: the other service is well, and a breaker that works is closed. */
async function recover(api: Api): Promise<void> {
  await steer(api, { isFailing: false });
  await advance(api, openMs);
  await api.get('/price');
}

async function expectPrice(api: Api, price: number): Promise<void> {
  await steer(api, { isFailing: false, price });
  const reply = await api.get('/price');
  expect(reply.status, 'the status').toBe(200);
  expect(reply.json?.price ?? reply.body, '`price`').toBe(price);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

/** The other service fails, this often, and each of these requests is handed on to it. */
async function expectFailures(api: Api, count: number): Promise<void> {
  await steer(api, { isFailing: true });
  for (let failure = 1; failure <= count; failure++) {
    const before = await countCalls(api);
    const reply = await api.get('/price');
    expect(reply.status, 'the status').toBe(502);
    expect((await countCalls(api)) - before, 'the number of calls to `fetchPrice`').toBe(1);
  }
}

async function expectRefusal(api: Api, leftMs?: number): Promise<void> {
  const before = await countCalls(api);
  const reply = await api.get('/price');
  expect(reply.status, 'the status').toBe(503);
  if (leftMs !== undefined) {
    const seconds = String(Math.ceil(leftMs / 1000));
    expect(reply.headers['retry-after'], 'Retry-After').toBe(seconds);
  }
  expect((await countCalls(api)) - before, 'the number of calls to `fetchPrice`').toBe(0);
}

const wanted = ({ failure }: FailureSeen) => failure.expected;

/** `fetchPrice` was called once too often, or not at all. */
const calledOtherwise: HintCase = {
  id: 'called-otherwise',
  when: (seen) => isAbout(seen, 'the number of calls'),
  hints: ({ failure }) => [
    `\`fetchPrice\` was called ${failure.received} times for one request, where ${failure.expected} was asked for.`,
    'On which ways through your route is `fetchPrice()` called, and does each way with a 503 leave before it?',
    'if (…) return c.json({ … }, 503, { … }); // before fetchPrice() is called',
  ],
};

const givenChanged: HintCase = {
  id: 'given-changed',
  when: ({ failure }) => / of (?:GET|PUT|POST) \/(?:upstream|clock):/.test(failure.message),
  hints: ({ exchange }) => [
    `\`${exchange?.request.method} ${exchange?.request.path}\` does not answer as it did in the starter.`,
    'Are the three routes at the top of the file still what they were?',
    "app.get('/upstream', …); app.put('/upstream', …); app.post('/clock', …); // from the starter",
  ],
};

const threw: HintCase = {
  id: 'threw',
  when: (seen) => hasStatus(seen, 500),
  hints: [
    'An error left the route, and became a 500. When the other service fails, `fetchPrice()` rejects.',
    'Does `await fetchPrice()`, with its `await`, stand inside a `try`, and does the `catch` answer?',
    'try { const price = await fetchPrice(); … } catch { … return c.json({ … }, 502); }',
  ],
};

const refusedWhileClosed: HintCase = {
  id: 'refused-too-early',
  when: (seen) => hasStatus(seen, 503) && wanted(seen) !== 503,
  hints: (seen) => [
    `The reply was 503, which is for a breaker that is open. This one was not: ${wanted(seen)} was asked for.`,
    'Is this your 503 for a failure of the other service, which is a 502? If not: how many failures in a row open your breaker, and what sets their number back to 0?',
    'try { … failures = 0; … } catch { failures += 1; … return c.json({ … }, 502); }',
  ],
};

const answeredWhileOpen: HintCase = {
  id: 'answered-while-open',
  when: (seen) => hasStatus(seen, 200) && wanted(seen) !== 200,
  hints: [
    'A price was answered where there was none to be had: the other service had failed, or was not to be asked.',
    'Where does this price come from: from a call of `fetchPrice()` for this request?',
    'return c.json({ … }, 503, { … }); // while it is open',
  ],
};

const common = [givenChanged, threw, refusedWhileClosed, answeredWhileOpen, calledOtherwise];

check(
  'answers-with-the-price',
  {
    title: 'answers with the price while the other service is well',
    lesson: 'microservices/say',
    hints: [
      'While all is well the breaker changes nothing: each request gets the price as it is now.',
      'What does `fetchPrice()` resolve to, and what do you hand to `c.json(…)`?',
      'return c.json({ price: await fetchPrice() });',
    ],
    cases: [...common, notSentAsJson, anotherSuccess],
  },
  async ({ api, random }) => {
    await recover(api);
    await expectPrice(api, random.number(1, 99, 2));
    const before = await countCalls(api);
    await expectPrice(api, random.number(100, 999, 2));
    expect((await countCalls(api)) - before, 'the number of calls to `fetchPrice`').toBe(1);
  },
);

check(
  'counts-failures-in-a-row',
  {
    title: 'answers 502 to a failure, and stays closed while there are not three in a row',
    lesson: 'microservices/say',
    hints: [
      'The other service failed twice, then answered, then failed twice: never three times in a row.',
      'Where is the number of failures set back to 0?',
      'try { const price = await fetchPrice(); failures = 0; … } catch { failures += 1; … return c.json({ … }, 502); }',
    ],
    cases: common,
  },
  async ({ api, random }) => {
    await recover(api);
    for (let round = 0; round < 3; round++) {
      await expectFailures(api, 2);
      await expectPrice(api, random.number(1, 99, 2));
    }
  },
);

check(
  'opens-after-three',
  {
    title: 'answers 503 after the third failure in a row, and does not call the other service',
    lesson: 'microservices/say',
    hints: [
      'Three failures in a row, and from then on the other service is left alone, whether it is well again or not.',
      'What do you look at before you call `fetchPrice()`?',
      'if (…) return c.json({ … }, 503, { … }); // first of all',
    ],
    cases: [
      {
        id: 'not-open-yet',
        when: (seen) => hasStatus(seen, 502) && wanted(seen) === 503,
        hints: [
          'The other service had failed three times in a row, and the next request was not refused.',
          'When you have counted the third failure: do you compare with `>= 3`, and before or after you count?',
          'failures += 1; if (failures >= 3) …',
        ],
      },
      {
        id: 'still-asked',
        when: (seen) => hasStatus(seen, 200) && wanted(seen) === 503,
        hints: [
          'A price came while the breaker should have been open: the other service was well again, and nobody should have asked it.',
          'Does your route leave before `fetchPrice()`, or does it look at the failures only in its `catch`?',
          'if (…) return c.json({ … }, 503, { … }); // first of all',
        ],
      },
      ...common,
    ],
  },
  async ({ api, random }) => {
    await recover(api);
    await expectFailures(api, 3);
    await expectRefusal(api);
    await advance(api, random.integer(1, openMs - 2));
    await expectRefusal(api);
    await steer(api, { isFailing: false, price: random.number(1, 99, 2) });
    await expectRefusal(api);
  },
);

const notTried: HintCase = {
  id: 'not-tried',
  when: (seen) => hasStatus(seen, 503) && wanted(seen) !== 503,
  hints: [
    'This request was refused with 503. Either ten seconds were over on the clock, and it was the trial, or a trial had gone well before.',
    'Do you measure with `nowMs`, from the failure that opened it? Is exactly ten seconds later still too early for you? What does a trial that went well set back?',
    'const leftMs = openUntilMs - nowMs; if (leftMs > 0) return c.json({ … }, 503, { … });',
  ],
};

check(
  'closes-after-a-good-trial',
  {
    title: 'tries again after ten seconds, and is closed when that goes well',
    lesson: 'microservices/say',
    hints: [
      'Ten seconds after the failure that opened it one request is let through. It went well, so the row begins at 0 again.',
      'What of the breaker is set back when `fetchPrice()` resolves?',
      'const price = await fetchPrice(); failures = 0;',
    ],
    cases: [notTried, ...common],
  },
  async ({ api, random }) => {
    await recover(api);
    await expectFailures(api, 3);
    await advance(api, openMs - 1);
    await expectRefusal(api);
    await advance(api, 1);
    await expectPrice(api, random.number(1, 99, 2));
    await expectFailures(api, 2);
    await expectPrice(api, random.number(100, 999, 2));
  },
);

check(
  'opens-again-after-a-bad-trial',
  {
    title: 'opens again for ten seconds when the trial fails',
    lesson: 'microservices/say',
    hints: [
      'The trial failed. That alone opens the breaker again, for the whole ten seconds.',
      'After a trial that failed: what is the number of failures, and from when do the ten seconds count?',
      'catch { failures += 1; if (failures >= 3) openUntilMs = nowMs + 10_000; … }',
    ],
    cases: [
      {
        id: 'asked-after-a-bad-trial',
        when: (seen) => hasStatus(seen, 502) && wanted(seen) === 503,
        hints: [
          'The trial had failed, and the next request was not refused: the other service was asked again.',
          'Is the time at which it opened set anew by the trial? And is the number of failures set back when ten seconds are over, in place of when a call goes well?',
          'catch { failures += 1; if (failures >= 3) openUntilMs = nowMs + 10_000; … }',
        ],
      },
      notTried,
      ...common,
    ],
  },
  async ({ api, random }) => {
    await recover(api);
    await expectFailures(api, 3);
    for (let trial = 0; trial < 2; trial++) {
      await advance(api, openMs + random.integer(0, 4000));
      await expectFailures(api, 1);
      await expectRefusal(api);
      await advance(api, openMs - 1);
      await expectRefusal(api);
    }
    await advance(api, 1);
    await expectPrice(api, random.number(1, 99, 2));
  },
);

check(
  'says-when-to-come-back',
  {
    title: 'says in Retry-After how many seconds are left, rounded up',
    lesson: 'microservices/say',
    hints: [
      'The header `Retry-After` holds a whole number of seconds: what is left of the ten, rounded up.',
      'How much of the ten seconds has passed by `nowMs`, and do you divide by 1000 and use `Math.ceil`?',
      "c.json({ … }, 503, { 'Retry-After': String(Math.ceil(leftMs / 1000)) })",
    ],
    cases: [
      {
        id: 'no-header',
        when: (seen) => isAbout(seen, 'Retry-After') && seen.failure.received === undefined,
        hints: [
          'The 503 has no header `Retry-After`.',
          'What is the third argument of `c.json`?',
          "c.json({ … }, 503, { 'Retry-After': … })",
        ],
      },
      {
        id: 'in-milliseconds',
        when: (seen) => isAbout(seen, 'Retry-After') && Number(seen.failure.received) > 10,
        hints: [
          '`Retry-After` is a number beyond ten, and at most ten seconds are left.',
          'Is it in seconds, and is it what is left rather than a time on the clock?',
          'Math.ceil(leftMs / 1000)',
        ],
      },
      ...common,
    ],
  },
  async ({ api, random }) => {
    await recover(api);
    await advance(api, random.integer(1, 500));
    await expectFailures(api, 3);
    let passedMs = 0;
    for (const ms of [
      0,
      999,
      1,
      1500,
      500,
      random.integer(1001, 1999),
      random.integer(3001, 3999),
    ]) {
      await advance(api, ms);
      passedMs += ms;
      await expectRefusal(api, openMs - passedMs);
    }
  },
);
