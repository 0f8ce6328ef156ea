import { beforeEach, expect, test } from 'vitest';
import { createWorld } from './memory-context.ts';

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
  const request = { method: 'GET', path: '/', headers: {} };
  world.ownChecks.checks = [
    { id: 'mine-1', title: 'answers 200 for GET /', request, expect: { status: 200 } },
  ];
});

test('lists the checks and says where they are', async () => {
  expect(await world.run('checks', 'predict/answer-422')).toBe(0);
  expect(world.out).toBe(`mine-1  answers 200 for GET /
They are in /home/ada/my-checks.json.
To drop one: api-labs checks predict/answer-422 --drop mine-1
`);
});

test('drops one; a wrong id is told', async () => {
  expect(await world.run('checks', 'predict/answer-422', '--drop', 'mine-7')).toBe(1);
  expect(world.err).toBe('There is no check mine-7.\n');
  expect(await world.run('checks', 'predict/answer-422', '--drop', 'mine-1')).toBe(0);
  expect(world.out).toBe('Dropped mine-1.\n');
  world.out = '';
  expect(await world.run('checks', 'predict/answer-422')).toBe(0);
  expect(world.out).toContain('You have no checks of your own for predict/answer-422.');
});

test('as JSON; a damaged file is a message and no list', async () => {
  expect(await world.run('checks', 'predict/answer-422', '--json')).toBe(0);
  expect(JSON.parse(world.out)).toMatchObject({
    schemaVersion: 1,
    exercise: 'predict/answer-422',
    checks: [{ id: 'mine-1' }],
  });
  world.ownChecks = { file: '/x/my-checks.json', checks: [], problem: 'line 3 is no JSON.' };
  expect(await world.run('checks', 'predict/answer-422')).toBe(1);
  expect(world.err).toBe('line 3 is no JSON.\n');
});
