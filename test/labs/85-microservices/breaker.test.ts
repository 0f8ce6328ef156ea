import { expect, test } from 'vitest';
import {
  type Breaker,
  CircuitOpen,
  createBreaker,
} from '../../../labs/85-microservices/parts/breaker.ts';

const openMs = 1000;

function create() {
  const clock = { nowMs: 0 };
  const breaker = createBreaker({ failureThreshold: 3, openMs, now: () => clock.nowMs });
  return { clock, breaker };
}

const succeed = (breaker: Breaker) => breaker.run(async () => 'answer');
const fail = async (breaker: Breaker) =>
  expect(breaker.run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
const refuse = async (breaker: Breaker) =>
  expect(
    breaker.run(() => {
      throw new Error('was called');
    }),
  ).rejects.toThrow(CircuitOpen);

async function open(breaker: Breaker) {
  for (let failure = 0; failure < 3; failure++) await fail(breaker);
}

test('opens after so many failures in a row, and calls nobody from then on', async () => {
  const { breaker, clock } = create();
  await fail(breaker);
  await fail(breaker);
  expect(breaker.report()).toEqual({ state: 'closed', failures: 2 });
  await fail(breaker);
  clock.nowMs = openMs - 1;
  await refuse(breaker);
  expect(breaker.report()).toEqual({ state: 'open', failures: 3, openedForMs: openMs - 1 });
});

test('a success begins the row anew', async () => {
  const { breaker } = create();
  await fail(breaker);
  await fail(breaker);
  expect(await succeed(breaker)).toBe('answer');
  await fail(breaker);
  await fail(breaker);
  expect(breaker.report()).toEqual({ state: 'closed', failures: 2 });
});

test('tries with one call after a while, and closes when that goes well', async () => {
  const { breaker, clock } = create();
  await open(breaker);
  clock.nowMs = openMs;
  expect(breaker.report().state).toBe('half-open');
  const trial = Promise.withResolvers<string>();
  const tried = breaker.run(() => trial.promise);
  await refuse(breaker);
  trial.resolve('answer');
  expect(await tried).toBe('answer');
  expect(breaker.report()).toEqual({ state: 'closed', failures: 0 });
  expect(await succeed(breaker)).toBe('answer');
});

test('a trial that fails opens it for the whole time again', async () => {
  const { breaker, clock } = create();
  await open(breaker);
  clock.nowMs = openMs + 200;
  await fail(breaker);
  clock.nowMs = openMs + 200 + openMs - 1;
  await refuse(breaker);
  clock.nowMs += 1;
  expect(await succeed(breaker)).toBe('answer');
});

test.each([
  ['success', async () => 'late'],
  ['failure', () => Promise.reject(new Error('late'))],
])('a late %s of a call from before it opened changes nothing', async (_name, end) => {
  const { breaker, clock } = create();
  const gate = Promise.withResolvers<void>();
  const late = breaker.run(() => gate.promise.then(end)).catch(() => 'rejected');
  await open(breaker);
  clock.nowMs = openMs;
  const before = breaker.report();
  gate.resolve();
  await late;
  expect(breaker.report()).toEqual(before);
});
