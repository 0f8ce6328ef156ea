import { beforeEach, expect, test } from 'vitest';
import type { Exchange } from '../../src/model/exchange.ts';
import { createWorld } from './memory-context.ts';

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});

const exchange: Exchange = {
  request: { method: 'POST', path: '/predict', headers: {}, body: '{"feature1":1}' },
  response: {
    status: 422,
    headers: {},
    body: '',
    json: { detail: [{ type: 'missing', loc: ['body', 'feature2'], msg: 'Field required' }] },
  },
  durationMs: 3.21,
};

/** Lets exchanges happen once the lab has announced itself, then ends the program. */
function answerThenEnd(): void {
  world.onWrite = () => {
    world.onWrite = () => {};
    queueMicrotask(() => {
      world.tell({ kind: 'output', stream: 'stdout', text: 'model loaded\n' });
      world.tell({ kind: 'exchange', exchange });
      const error = { message: 'boom', file: '/labs/server.ts', line: 7 };
      world.tell({ kind: 'threw', method: 'GET', path: '/', error });
      world.ending.abort();
    });
  };
}

test('logs lines until it is ended, and stops the server', async () => {
  answerThenEnd();
  expect(await world.run('lab', 'predict')).toBe(0);
  expect(world.out).toBe(
    `The predict lab answers on http://127.0.0.1:8000
Docs: http://127.0.0.1:8000/docs   End it with Ctrl-C.
model loaded
POST /predict  {"feature1":1}  422 Unprocessable Content  3.2 ms
  body.feature2: Field required
  threw boom (/labs/server.ts:7)
`,
  );
  expect(world.stopped).toBe(1);
  expect(world.events).toEqual([{ kind: 'lab-started', lab: 'predict' }]);
});

test('as JSON: the address, then one line per exchange, and nothing else on stdout', async () => {
  answerThenEnd();
  expect(await world.run('lab', 'predict', '--port', '0', '--json')).toBe(0);
  expect(world.labPort).toBe(0);
  expect(
    world.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([{ url: 'http://127.0.0.1:8000' }, JSON.parse(JSON.stringify(exchange))]);
  expect(world.err).toBe('model loaded\nGET / threw boom (/labs/server.ts:7)\n');
});

test('says why it cannot start', async () => {
  world.labStart = {
    kind: 'port-taken',
    message: 'Port 8000 is already taken.',
    remedy: 'Choose another port.',
    afterMs: 1,
    output: '',
  };
  expect(await world.run('lab', 'predict', '--port', '8000')).toBe(1);
  expect(world.err).toBe('Port 8000 is already taken. Choose another port.\n');
});

test('says that the server ended by itself', async () => {
  world.onWrite = () =>
    queueMicrotask(() =>
      world.tell({ kind: 'ended', exitCode: 1, signal: null, error: { message: 'out of memory' } }),
    );
  expect(await world.run('lab', 'predict')).toBe(1);
  expect(world.err).toBe('The lab ended by itself: out of memory\n');
  expect(world.stopped).toBe(1);
});
