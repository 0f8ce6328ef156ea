import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createMutantServing } from '../../src/cli/mutant-server.ts';
import type { Mistake, Mutant } from '../../src/proofs/mutant.ts';
import { course } from '../commands/memory-context.ts';
import { descendants, hostFile, packageRoot } from '../servers/spawned.ts';

const servingFile = fileURLToPath(
  new URL('../../src/proofs/child/serve-mutants.ts', import.meta.url),
);
const solution = join(packageRoot, 'labs/50-predict/10-type-the-input/solution.ts');
const [exercise] = course.exercises;
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('api-labs-mutants-'));

const source = (text: string): Mutant => ({ kind: 'source', id: text, text });
const wrong = join(packageRoot, 'labs/50-predict/20-answer-422/wrong/answers-400.ts');
const mutants: (Mutant | Mistake)[] = [
  {
    kind: 'reply',
    id: 'drop',
    of: { method: 'POST', route: '/predict', status: 200 },
    change: { kind: 'drop', place: ['feature1'] },
  },
  source(
    "import { Hono } from 'hono';\nexport default new Hono().post('/predict', (c) => c.text('no'));\n",
  ),
  source('export default 7 +;\n'),
  source('process.exit(3);\n'),
  { kind: 'mistake', id: 'wrong/answers-400.ts', file: wrong },
];

async function predict(url: string | undefined): Promise<string> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"feature1":1,"feature2":2}',
  };
  return (await fetch(`${url}/predict`, init)).text();
}

test('mutants answer side by side, and one that takes the server down is none', async () => {
  if (exercise === undefined) throw new Error('the course has no exercise');
  const before = folders();
  const closers: (() => Promise<void>)[] = [];
  const serve = createMutantServing({
    built: (name) => (name === 'host.js' ? hostFile : servingFile),
    packageRoot,
    ending: new AbortController().signal,
    addCloser: (close) => closers.push(close),
  });
  const server = await serve(exercise, solution, mutants);
  expect(await server.load(2)).toBeUndefined();
  expect(await server.load(3)).toBeUndefined();
  const [first, second] = await Promise.all([server.load(0), server.load(1)]);
  expect(await predict(first)).toBe('{"feature2":2}');
  expect(await predict(second)).toBe('no');
  expect(
    (await fetch(`${await server.load(4)}/predict`, { method: 'POST', body: '{}' })).status,
  ).toBe(400);
  const [folder] = folders().filter((name) => !before.includes(name));
  expect(existsSync(join(tmpdir(), folder ?? ''))).toBe(true);
  await server.stop();
  expect(existsSync(join(tmpdir(), folder ?? ''))).toBe(false);
  expect(descendants()).toEqual([]);
  // The program's own closer finds nothing left to do.
  await Promise.all(closers.map((close) => close()));
}, 120_000);
