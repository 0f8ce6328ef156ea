import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { ServerEvent } from '../../src/model/server.ts';
import { createSpareHost } from '../../src/servers/spare-host.ts';
import { startHandler } from '../../src/servers/start-handler.ts';
import { descendants, handlerFile, hostFile, packageRoot } from './spawned.ts';

const start = (file: string, deadlineMs = 8000) =>
  startHandler({ file, hostFile, deadlineMs, dependenciesFolder: packageRoot });

const predict = (url: string, body = '{"feature1": 0, "feature2": 2}') =>
  fetch(`${url}/predict`, { method: 'POST', body });

afterEach(() => {
  expect(descendants(), 'processes left').toEqual([]);
});

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'api-labs-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('a handler that serves', () => {
  test.each([
    'passing.ts',
    'enum.ts',
    'common.cjs',
    'fetch-function.mjs',
    'flood.ts',
    'slow-start.ts',
  ])('%s', async (name) => {
    const result = await start(handlerFile(name));
    if (result.kind !== 'running') throw new Error(result.message);
    const reply = await predict(result.server.url);
    expect(await reply.json()).toEqual({ feature1: 0, feature2: 2 });
    expect(result.server.output().length).toBeLessThanOrEqual(64 * 1024);
    await result.server.stop();
    expect(result.server.ended()).toBeUndefined();
    await expect(predict(result.server.url)).rejects.toThrow();
  });

  test('a file anywhere takes its packages from the program', async () => {
    const file = join(emptyFolder(), 'x.ts');
    writeFileSync(
      file,
      "import { Hono } from 'hono';\nexport default new Hono().get('/', (c) => c.text('hi'));\n",
    );
    const result = await start(file);
    if (result.kind !== 'running') throw new Error(result.message);
    expect(await (await fetch(result.server.url)).text()).toBe('hi');
    await result.server.stop();
  });

  test('it can neither write files nor start processes, and says so where it tried', async () => {
    const file = join(emptyFolder(), 'x.ts');
    writeFileSync(
      file,
      "import { writeFileSync } from 'node:fs';\n\nwriteFileSync('note.txt', 'x');\n",
    );
    const result = await start(file);
    expect(result).toMatchObject({ kind: 'broken', error: { file, line: 3 } });
  });

  test('a spare host is used for the next start', async () => {
    const spares = createSpareHost(hostFile);
    for (let round = 0; round < 3; round++) {
      const spare = spares.take();
      const file = handlerFile('passing.ts');
      const result = await startHandler({ file, hostFile, spare, deadlineMs: 8000 });
      if (result.kind !== 'running') throw new Error(result.message);
      expect((await predict(result.server.url)).status).toBe(200);
      await result.server.stop();
      spares.prepare();
    }
    await spares.close();
  });
});

test.each([
  ['syntax-error.ts', 'broken', 'syntax-error.ts, line 4 has a syntax error.', 4],
  ['declared-twice.ts', 'broken', 'declared-twice.ts, line 4 has a syntax error.', 4],
  [
    'throws-at-load.ts',
    'broken',
    'throws-at-load.ts, line 8 threw an error while it was loaded.',
    8,
  ],
  [
    'exits-at-load.ts',
    'broken',
    'exits-at-load.ts, line 4 ended the process: process.exit(0) was called.',
    4,
  ],
  [
    'missing-package.ts',
    'broken',
    'missing-package.ts, line 1 imports no-such-package, which was not found.',
    1,
  ],
  [
    'throws-text-at-load.ts',
    'broken',
    'throws-text-at-load.ts threw an error while it was loaded.',
    undefined,
  ],
  [
    'no-default-export.ts',
    'broken',
    'no-default-export.ts has no default export. It exports an app, but by name.',
    undefined,
  ],
  [
    'never-finishes-loading.ts',
    'broken',
    'never-finishes-loading.ts never finished loading: an await outside your routes waits for something that never comes.',
    undefined,
  ],
  ['nothing-there.ts', 'broken', `There is no file ${handlerFile('nothing-there.ts')}.`, undefined],
  ['', 'broken', `${handlerFile('').replace(/\/$/, '')} is a folder.`, undefined],
])('%s does not come up', async (name, kind, message, line) => {
  const result = await start(handlerFile(name));
  if (result.kind === 'running') await result.server.stop();
  expect(result).toMatchObject({ kind, message });
  expect(result.kind !== 'running' && result.error?.line).toBe(line);
});

test('an endless loop at load is stuck after the deadline', async () => {
  const result = await start(handlerFile('endless-at-load.ts'), 800);
  expect(result).toMatchObject({
    kind: 'stuck',
    message: 'endless-at-load.ts did not start within 0.8 seconds.',
  });
});

test('a cancelled start is cancelled', async () => {
  const signal = AbortSignal.timeout(100);
  const file = handlerFile('endless-at-load.ts');
  expect(await startHandler({ file, hostFile, deadlineMs: 8000, signal })).toMatchObject({
    kind: 'cancelled',
  });
});

test.each([
  ['', 'x.ts is empty.'],
  ['a\0b', 'x.ts is not a text file.'],
  ['export default 5;', 'x.ts exports the value 5, which cannot answer requests.'],
  [
    "import { createServer } from 'node:http';\nexport default createServer();",
    'x.ts exports a server that was already started, which cannot answer requests.',
  ],
  [
    "import { RegExpRouter } from 'hono/router/reg-exp-router';\nexport default new RegExpRouter();",
    'x.ts exports a router without its app, which cannot answer requests.',
  ],
])('what is no handler is named: %j', async (text, message) => {
  const file = join(emptyFolder(), 'x.ts');
  writeFileSync(file, text);
  const result = await start(file);
  if (result.kind === 'running') await result.server.stop();
  expect(result).toMatchObject({ kind: 'broken', message });
});

test('a port that the handler takes itself, and that is taken', async () => {
  const other = await start(handlerFile('passing.ts'));
  if (other.kind !== 'running') throw new Error(other.message);
  const file = join(emptyFolder(), 'x.ts');
  const { port } = other.server;
  writeFileSync(
    file,
    `import { Hono } from 'hono';\nimport { serve } from '@hono/node-server';\n\nconst app = new Hono();\nawait new Promise((done) => serve({ fetch: app.fetch, port: ${port}, hostname: '127.0.0.1' }, done));\nexport default app;\n`,
  );
  const result = await start(file);
  await other.server.stop();
  expect(result).toMatchObject({
    kind: 'broken',
    remedy: 'Take out the call to serve or listen, and end the file with `export default app;`.',
  });
});

describe('what happens while it answers', () => {
  const eventsOf = async (name: string, isAwaited: (event: ServerEvent) => boolean) => {
    const result = await start(handlerFile(name));
    if (result.kind !== 'running') throw new Error(result.message);
    const { server } = result;
    const awaited = new Promise<ServerEvent>((resolve) => {
      server.onEvent((event) => isAwaited(event) && resolve(event));
    });
    await predict(server.url).catch(() => {});
    const event = await awaited;
    await server.stop();
    return event;
  };

  test('process.exit', async () => {
    expect(await eventsOf('exits-in-handler.ts', ({ kind }) => kind === 'ended')).toMatchObject({
      exitCode: 3,
      error: { message: 'process.exit(3) was called', line: 7 },
    });
  });

  test('an error that nothing catches', async () => {
    expect(await eventsOf('rejects-later.ts', ({ kind }) => kind === 'ended')).toMatchObject({
      error: { message: 'too late', line: 7, sourceLine: "    throw new Error('too late');" },
    });
  });

  test('an error that Hono makes a 500 of', async () => {
    const result = await start(handlerFile('failing.ts'));
    if (result.kind !== 'running') throw new Error(result.message);
    const { server } = result;
    const threw = new Promise((resolve) => {
      server.onEvent((event) => event.kind === 'threw' && resolve(event));
    });
    expect((await predict(server.url, '{}')).status).toBe(500);
    expect(await threw).toMatchObject({
      method: 'POST',
      path: '/predict',
      error: {
        message: "TypeError: Cannot read properties of undefined (reading 'valueOf')",
        line: 7,
      },
    });
    await server.stop();
  });

  test('a thrown text', async () => {
    expect(await eventsOf('throws-text.ts', ({ kind }) => kind === 'threw')).toMatchObject({
      error: { message: 'threw "no model", not an Error' },
    });
  });

  test('no response at all', async () => {
    expect(await eventsOf('answers-nothing.ts', ({ kind }) => kind === 'threw')).toMatchObject({
      error: { message: 'TypeError: returned nothing, not a Response' },
    });
  });
});
