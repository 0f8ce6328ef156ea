import { createServer } from 'node:http';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { startCommand } from '../../src/servers/start-command.ts';
import { descendants, guardFile, handlerFile } from './spawned.ts';

const node = JSON.stringify(process.execPath);
const server = `${node} ${JSON.stringify(handlerFile('command-server.mjs'))}`;

afterEach(() => {
  expect(descendants(), 'processes left').toEqual([]);
});

test.each([
  [`${server} {port}`],
  [server],
  [`${server} {port} 3000`],
  [`true && ${server} {port}`],
])('serves: %s', async (command) => {
  const result = await startCommand({ command, guardFile, deadlineMs: 9000 });
  if (result.kind !== 'running') throw new Error(result.message);
  const reply = await fetch(result.server.url, {
    method: 'POST',
    body: '{"feature1":1,"feature2":2}',
  });
  expect(reply.status).toBe(200);
  await result.server.stop();
  await expect(fetch(result.server.url)).rejects.toThrow();
});

test.each([
  ['exit 3', 'broken', 'The command ended with exit code 3 before it answered: exit 3'],
  [
    'no-such-program-here',
    'broken',
    'The shell does not find the command in: no-such-program-here',
  ],
  [' ', 'broken', 'The command is empty.'],
])('does not come up: %s', async (command, kind, message) => {
  expect(await startCommand({ command, guardFile, deadlineMs: 5000 })).toMatchObject({
    kind,
    message,
  });
});

test('names the line of a Python error', async () => {
  const script = `printf 'Traceback (most recent call last):\\n  File "/x/main.py", line 3, in <module>\\n    import nope\\nModuleNotFoundError: No module named nope\\n' >&2; exit 1`;
  expect(await startCommand({ command: script, guardFile, deadlineMs: 5000 })).toMatchObject({
    error: { file: '/x/main.py', line: 3, message: 'ModuleNotFoundError: No module named nope' },
  });
});

test('a command that never answers is stuck', async () => {
  const result = await startCommand({ command: 'sleep 60', guardFile, deadlineMs: 500 });
  expect(result).toMatchObject({ kind: 'stuck', remedy: expect.stringContaining('{port}') });
});

test('a command that listens and never answers is stuck, and the port is not to blame', async () => {
  const command = `${node} ${JSON.stringify(handlerFile('silent-server.mjs'))}`;
  const result = await startCommand({ command, guardFile, deadlineMs: 4000 });
  expect(result).toMatchObject({
    kind: 'stuck',
    message: expect.stringMatching(/^Something listens at http:.*, but it gave no HTTP answer/),
  });
});

test('a command that serves on a port of its own is told how to name the port', async () => {
  const command = 'echo running on http://127.0.0.1:9; sleep 60';
  const result = await startCommand({ command, guardFile, deadlineMs: 8000 });
  expect(result).toMatchObject({
    kind: 'broken',
    message: expect.stringContaining('serves on port 9,'),
  });
});

test('a stranger at the URL is not graded', async () => {
  const stranger = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void stranger.close());
  await new Promise((resolve) => stranger.once('listening', resolve));
  const address = stranger.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const url = `http://127.0.0.1:${port}`;
  expect(await startCommand({ command: server, url, guardFile, deadlineMs: 5000 })).toMatchObject({
    kind: 'port-taken',
    message: `Something already answers at ${url}, before the command was started.`,
  });
});
