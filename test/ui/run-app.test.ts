import { afterEach, expect, test, vi } from 'vitest';
import { createMemoryServices } from './memory-services.ts';
import { keys, openTerminal } from './test-terminal.ts';

afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

test.each([
  ['q', 'q'],
  ['Ctrl-C', keys.ctrlC],
])('%s leaves and restores the terminal', async (_name, press) => {
  const terminal = openTerminal({ services: createMemoryServices() });
  await terminal.waitFor('? keys');
  expect([terminal.isAlternateScreen(), terminal.isRaw()]).toEqual([true, true]);
  terminal.press(press);
  await terminal.finished;
  expect([terminal.isAlternateScreen(), terminal.isRaw()]).toEqual([false, false]);
  expect(process.exitCode).toBeUndefined();
});

test('SIGTERM leaves and restores the terminal', async () => {
  const terminal = openTerminal({ services: createMemoryServices() });
  await terminal.waitFor('? keys');
  process.emit('SIGTERM');
  await terminal.finished;
  expect([terminal.isAlternateScreen(), terminal.isRaw()]).toEqual([false, false]);
  expect(process.exitCode).toBe(143);
});

test('a crash while drawing leaves one message and exit code 1', async () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const services = createMemoryServices();
  const terminal = openTerminal({ services });
  await terminal.waitFor('? keys');
  services.courseIndex = {
    schemaVersion: 1,
    lessons: [],
    questions: {},
    get labs(): never {
      throw new Error('the map is torn');
    },
  };
  terminal.press(keys.down);
  await terminal.finished;
  expect([terminal.isAlternateScreen(), terminal.isRaw()]).toEqual([false, false]);
  expect(process.exitCode).toBe(1);
  const said = stderr.mock.calls.map(([text]) => String(text)).join('');
  expect(said).toContain('api-labs 0.1.0 had to stop: the map is torn');
  expect(said).not.toContain('    at ');
});

test('keys typed at once are each answered by the screen that is then shown', async () => {
  const terminal = openTerminal({ services: createMemoryServices() });
  await terminal.waitFor('? keys');
  terminal.press('jjj\r5');
  await terminal.waitFor('question 1 of 2');
  terminal.press('q');
  await terminal.finished;
});
