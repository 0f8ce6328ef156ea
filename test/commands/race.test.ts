import { beforeEach, expect, test } from 'vitest';
import type { RaceSpec } from '../../src/model/race.ts';
import { createWorld } from './memory-context.ts';

let world: ReturnType<typeof createWorld>;

const spec: RaceSpec = {
  request: { method: 'POST', path: '/predict', headers: {} },
  mistakes: [
    { name: 'no body', method: 'POST', path: '/predict', headers: {} },
    { name: 'null', method: 'POST', path: '/predict', headers: {}, body: 'null' },
  ],
  entrants: [
    { name: 'Hono', kind: 'lab', file: 'server.ts', lines: 20 },
    { name: 'Express', kind: 'node', file: 'express.ts', lines: 18 },
  ],
};

beforeEach(() => {
  world = createWorld();
  const { services } = world.context;
  const { loadLab } = services;
  services.loadLab = async (id) => ({ ...(await loadLab(id)), race: spec });
  services.race = async (_lab, { onEvent }) => {
    onEvent({ kind: 'starting', entrant: 0 });
    onEvent({ kind: 'ready', entrant: 0, answers: [422, 500], hasDocs: true });
    onEvent({ kind: 'out', entrant: 1, reason: 'It did not start.' });
    onEvent({ kind: 'round', round: 1 });
    onEvent({ kind: 'answered', entrant: 0, requests: 500, durationMs: 100 });
    onEvent({ kind: 'measured', entrant: 0, p50Ms: 1, p99Ms: 3 });
    onEvent({ kind: 'over' });
  };
});

test('prints the table, of the predict lab unless another is named', async () => {
  expect(await world.run('race')).toBe(0);
  expect(world.out).toContain('Starting Hono …\nRound 1 …\n');
  expect(world.out).toMatch(/Hono +5 000 +█+ +1 ms +3 ms/);
  expect(world.out).toContain('Express: It did not start.');
});

test('as JSON', async () => {
  expect(await world.run('race', 'predict', '--json')).toBe(0);
  expect(JSON.parse(world.out)).toEqual({
    schemaVersion: 1,
    lab: 'predict',
    racers: [
      {
        name: 'Hono',
        lines: 20,
        requestsPerSecond: 5000,
        p50Ms: 1,
        p99Ms: 3,
        mistakesRefused: 1,
        missed: [{ mistake: 'null', status: 500 }],
        hasDocs: true,
      },
      { name: 'Express', lines: 18, requestsPerSecond: 0, reason: 'It did not start.' },
    ],
  });
});

test('opens the app in a terminal', async () => {
  world.context.terminal.isInteractive = true;
  await world.run('race', 'predict');
  expect(world.opened).toEqual([{ kind: 'race', id: 'predict' }]);
});

test('says which labs race when this one does not', async () => {
  const { services } = world.context;
  const { loadLab } = services;
  services.loadLab = async (id) => ({ ...(await loadLab(id)), race: undefined });
  expect(await world.run('race', 'predict')).toBe(2);
  expect(world.err).toContain('has no rivals');
});
