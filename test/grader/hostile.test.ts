import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createGrader } from '../../src/grader/grader.ts';
import { descendants, handlerFile } from '../servers/spawned.ts';
import { createAwkwardFiles } from './corpus/awkward-files.ts';
import { describeFolder, findDifferences } from './corpus/canary.ts';
import { gradeHostile, type HostileOutcome, runnerFile } from './corpus/grade-hostile.ts';
import { type HostileItem, readHostileItems } from './corpus/items.ts';

vi.setConfig({ maxConcurrency: 2 });

const made = mkdtempSync(join(tmpdir(), 'api-labs-awkward-'));
const items = [...readHostileItems(), ...createAwkwardFiles(made)];
const corpusFolder = handlerFile('');
const before = describeFolder(corpusFolder);

/** A busy machine makes a reply slow: only a target that is to be stuck is waited for impatiently. */
const patient = createGrader({ runnerFile, requestDeadlineMs: 20_000 });
const impatient = createGrader({ runnerFile, requestDeadlineMs: 700 });
const busy = createServer().listen(0, '127.0.0.1');
await once(busy, 'listening');
const busyAddress = busy.address();
const busyPort = typeof busyAddress === 'object' ? (busyAddress?.port ?? 0) : 0;

const outcomes = new Map<string, HostileOutcome>();
const gradeItem = (item: HostileItem): Promise<HostileOutcome> =>
  gradeHostile(item, item.verdict === 'stuck' ? impatient : patient, busyPort);

afterAll(async () => {
  await Promise.all([patient.close(), impatient.close()]);
  busy.close();
  rmSync(made, { recursive: true, force: true });
});

describe.concurrent('a hostile or unlucky target', () => {
  for (const item of items) {
    test(item.name, async ({ expect }) => {
      const outcome = await gradeItem(item);
      outcomes.set(item.name, outcome);
      const { verdict, words, output } = outcome;
      expect(verdict.status, words).toBe(item.verdict);
      expect(words).toContain(item.says);
      expect(words, 'the program shows through').not.toMatch(ownTraces);
      expect(output, 'the program shows through in the output').not.toMatch(ownTraces);
      expect(outcome.isInTime, 'in time').toBe(true);
      expect(outcome.leftRunning, 'left running').toEqual([]);
      expect(outcome.stillListening, 'still listening').toEqual([]);
      expect(outcome.damage, 'files touched').toEqual([]);
    });
  }
});

/** Lines of a stack that are the program's own. */
const ownTraces = /^\s+at .*(?:dist\/(?:host|runner|chunks)|src\/(?:servers|grader)\/)/m;

test('none of them passes by cheating', () => {
  const passes = items.filter(({ name }) => outcomes.get(name)?.verdict.status === 'passed');
  const falsePasses = passes.filter(({ verdict }) => verdict !== 'passed');
  expect(outcomes.size).toBe(items.length);
  expect(items.length).toBeGreaterThanOrEqual(200);
  expect(falsePasses.map(({ name }) => name)).toEqual([]);
  console.info(`${items.length} targets graded, ${falsePasses.length} passed that must not.`);
});

test('afterwards a right handler still passes, and nothing was touched or left', async () => {
  const right = { name: 'passing.ts', file: handlerFile('passing.ts') };
  for (const grader of [patient, impatient]) {
    const item: HostileItem = { ...right, verdict: 'passed', says: 'passed' };
    const { verdict } = await gradeHostile(item, grader, busyPort);
    expect(verdict.message).toBe('All 6 checks passed.');
  }
  expect(findDifferences(before, describeFolder(corpusFolder))).toEqual([]);
  await Promise.all([patient.close(), impatient.close()]);
  expect(descendants()).toEqual([]);
});
