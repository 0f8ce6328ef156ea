import { beforeEach, describe, expect, test } from 'vitest';
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

describe('a handler of the learner’s', () => {
  test('in the workspace answers the exercise of its folder; elsewhere the one that is named', async () => {
    world.context.terminal.isInteractive = true;
    await world.run('lab', '--file', 'api-labs/predict/answer-422/handler.ts');
    await world.run('lab', '--file', '/tmp/x.ts', '--exercise', 'predict/type-the-input');
    await world.run('lab', '--file', '../x.mjs', '--port', '9000');
    expect(world.opened).toEqual([
      {
        kind: 'play',
        play: {
          file: '/home/ada/api-labs/predict/answer-422/handler.ts',
          exercise: 'predict/answer-422',
        },
      },
      { kind: 'play', play: { file: '/tmp/x.ts', exercise: 'predict/type-the-input' } },
      { kind: 'play', play: { file: '/home/x.mjs' }, port: 9000 },
    ]);
  });

  test('is logged line by line, its restarts and its failures too', async () => {
    world.onWrite = () => {
      world.onWrite = () => {};
      queueMicrotask(() => {
        world.tell({ kind: 'exchange', exchange });
        world.tell({ kind: 'restarting' });
        world.tell({ kind: 'serving', isRestart: true });
        const error = { message: 'SyntaxError: no', file: '/x/handler.ts', line: 3 };
        const remedy = 'Correct the line and save.';
        world.tell({ kind: 'down', message: 'It has a syntax error.', remedy, error });
        world.ending.abort();
      });
    };
    expect(await world.run('lab', '--file', 'handler.ts', '--plain')).toBe(0);
    expect(world.out).toBe(`handler.ts answers on http://127.0.0.1:8000
Each save restarts it there. End it with Ctrl-C.
POST /predict  {"feature1":1}  422 Unprocessable Content  3.2 ms
  body.feature2: Field required
restarted after a save
Not running: It has a syntax error. SyntaxError: no (/x/handler.ts:3). Correct
the line and save.
`);
    expect(world.stopped).toBe(1);
    // A lab is part of the course, a play is not.
    expect(world.events).toEqual([]);
  });

  test('as JSON says its address each time it answers', async () => {
    world.onWatch = () => {
      world.tell({ kind: 'serving', isRestart: false });
      world.tell({ kind: 'serving', isRestart: true });
      world.ending.abort();
    };
    expect(await world.run('lab', '--file', 'handler.ts', '--json')).toBe(0);
    expect(world.out).toBe('{"url":"http://127.0.0.1:8000"}\n{"url":"http://127.0.0.1:8000"}\n');
    expect(world.err).toBe('restarted after a save\n');
  });

  test.each([
    [[], 'Which lab?'],
    [['predict', '--file', 'x.ts'], 'Either a lab or a file'],
    [['--exercise', 'predict/answer-422'], 'name the handler too, with --file'],
    [['--file', 'x.ts', '--exercise', 'predict/answer'], 'There is no exercise "predict/answer".'],
    [['--file', 'main.py'], 'main.py is a Python file'],
  ])('wrong usage: %j', async (argv, message) => {
    expect(await world.run('lab', ...argv)).toBe(2);
    expect(world.err).toContain(message);
    expect(world.err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('that cannot be one is wrong usage', async () => {
    const problem = { message: 'There is no file /x.ts.', remedy: 'Check the path.' };
    world.labStart = { kind: 'broken', ...problem, afterMs: 0, output: '' };
    expect(await world.run('lab', '--file', '/x.ts')).toBe(2);
    expect(world.err).toBe('There is no file /x.ts. Check the path.\n');
  });
});

test('prints its requests for the REST client of an editor, and only those of a lab', async () => {
  const { loadLab } = world.context.services;
  const request = { id: 'ask', title: 'Ask', method: 'POST', path: '/predict', headers: {} };
  world.context.services.loadLab = async (id) => ({ ...(await loadLab(id)), requests: [request] });
  expect(await world.run('lab', 'predict', '--http', '--port', '8123')).toBe(0);
  expect(world.out).toMatch(/^# .+ `npx api-labs lab predict`/);
  expect(world.out).toContain('@host = http://127.0.0.1:8123\n');
  expect(world.out).toContain('POST {{host}}/predict\n');
  expect(world.labPort).toBeUndefined();
  expect(await world.run('lab', '--file', 'handler.ts', '--http')).toBe(2);
});

test('prints what it is about, and its requests with what to look for', async () => {
  const { loadLab } = world.context.services;
  const note = [{ text: 'Look at loc.', style: 'plain' as const }];
  const request = { id: 'ask', title: 'Ask', method: 'GET', path: '/x', headers: {}, note };
  world.context.services.loadLab = async (id) => ({ ...(await loadLab(id)), requests: [request] });
  expect(await world.run('lab', 'predict', '--about')).toBe(0);
  expect(world.out).toMatch(/^The predict lab\n/);
  expect(world.out).toMatch(/Ask\nGET \/x\nLook at loc\.\n$/);
  expect(await world.run('lab', '--file', 'handler.ts', '--about')).toBe(2);
});
