import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { expect, onTestFinished, test } from 'vitest';

test('a program that is given the terminal gets every key, and reading goes on after it', async () => {
  const script = fileURLToPath(new URL('fixtures/hand-over.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { cols: 80, rows: 24 });
  onTestFinished(() => child.kill());
  let shown = '';
  const ended = new Promise<void>((resolve) => child.onExit(() => resolve()));
  const answers: [string, string][] = [
    ['ready', 'a'],
    ['program', 'hello\r'],
    ['ready again', 'b'],
  ];
  child.onData((text) => {
    shown += text;
    const next = answers[0];
    if (next === undefined || !shown.includes(next[0])) return;
    answers.shift();
    child.write(next[1]);
  });
  await ended;
  expect(shown).toContain('first: a');
  expect(shown).toContain('program got: hello');
  expect(shown).toContain('second: b');
});
