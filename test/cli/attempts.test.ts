import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAttempts } from '../../src/cli/attempts.ts';
import type { Exercise } from '../../src/model/course.ts';
import { exerciseProgress } from '../../src/model/progress.ts';
import { openProgressStore } from '../../src/store/progress-store.ts';
import { openSnapshotStore } from '../../src/store/snapshot-store.ts';
import { course, makeVerdict } from '../commands/memory-context.ts';

const [exercise] = course.exercises as [Exercise];

let root: string;
let handler: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'api-labs-attempts-'));
  mkdirSync(join(root, 'workspace', exercise.id), { recursive: true });
  handler = join(root, 'workspace', exercise.id, 'handler.ts');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function open(whileGrading = () => {}) {
  const store = openProgressStore({
    file: join(root, 'home', 'progress.jsonl'),
    now: () => new Date('2026-11-24T08:00:00.000Z'),
  });
  const attempts = openAttempts({
    store,
    snapshots: openSnapshotStore(join(root, 'home', 'attempts')),
    grade: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      whileGrading();
      return makeVerdict('failed');
    },
    workspace: () => ({ kind: 'ready', folder: join(root, 'workspace'), mended: [] }),
    readFile: async (file) => readFileSync(file, 'utf8'),
  });
  const history = () => exerciseProgress(store.read(), exercise.id).history;
  const grade = async (text: string) => {
    writeFileSync(handler, text);
    return attempts.gradeAttempt(exercise, { kind: 'file', file: handler }, {});
  };
  return { ...attempts, store, history, grade };
}

test('a verdict is recorded with its file, and read again in the next session', async () => {
  const { grade } = open();
  await grade('first');
  await grade('second');
  const { history, readSnapshot } = open();
  const texts = history().map(({ snapshot = '' }) => readSnapshot(exercise.id, snapshot));
  expect(await Promise.all(texts)).toEqual([
    { kind: 'kept', text: 'first' },
    { kind: 'kept', text: 'second' },
  ]);
});

test('a target without a file is recorded without one', async () => {
  const { gradeAttempt, history } = open();
  await gradeAttempt(exercise, { kind: 'url', url: 'http://127.0.0.1:9' }, {});
  expect(history()).toMatchObject([{ kind: 'verdict', status: 'failed' }]);
  expect(history()[0]?.snapshot).toBeUndefined();
});

test('a grade that was given up is not recorded', async () => {
  const { gradeAttempt, history } = open();
  const signal = AbortSignal.abort();
  const target = { kind: 'file', file: handler } as const;
  await expect(gradeAttempt(exercise, target, { signal })).rejects.toThrow();
  expect(history()).toEqual([]);
});

test('restoring keeps what was there; what is an attempt already is kept once', async () => {
  const { grade, restoreAttempt, history } = open();
  await grade('first');
  await grade('second');
  expect(await restoreAttempt(exercise, 1)).toEqual({
    isOk: true,
    message: 'Your handler is the file of attempt 1 again. What was there is kept as attempt 2.',
  });
  expect(readFileSync(handler, 'utf8')).toBe('first');
  writeFileSync(handler, 'never graded');
  expect((await restoreAttempt(exercise, 2)).message).toBe(
    'Your handler is the file of attempt 2 again. What was there is kept as attempt 3.',
  );
  expect(history()[2]).toMatchObject({ kind: 'handler-kept', before: 'restore' });
  expect((await restoreAttempt(exercise, 3)).isOk).toBe(true);
  expect(readFileSync(handler, 'utf8')).toBe('never graded');
  expect((await restoreAttempt(exercise, 3)).message).toBe(
    'Your handler is the file of attempt 3 already.',
  );
});

test('what cannot be restored leaves the file alone', async () => {
  const { grade, gradeAttempt, restoreAttempt } = open();
  await grade('first');
  await gradeAttempt(exercise, { kind: 'url', url: 'http://127.0.0.1:9' }, {});
  rmSync(join(root, 'home', 'attempts'), { recursive: true });
  writeFileSync(handler, 'mine');
  expect(await restoreAttempt(exercise, 1)).toEqual({
    isOk: false,
    message: 'The file of attempt 1 is gone from your data folder; only its verdict is left.',
  });
  expect(await restoreAttempt(exercise, 2)).toEqual({
    isOk: false,
    message: 'No file was kept with attempt 2.',
  });
  expect(readFileSync(handler, 'utf8')).toBe('mine');
});

test('a reset keeps the handler as an attempt, and is not done where it cannot', async () => {
  const { resetExercise, history } = open();
  writeFileSync(handler, 'mine');
  expect(await resetExercise(exercise)).toEqual({
    isOk: true,
    message: `${exercise.id} starts afresh. Your old handler is kept as attempt 1.`,
  });
  expect(readFileSync(handler, 'utf8')).toBe(exercise.starter.text);
  expect((await resetExercise(exercise)).message).toBe(`${exercise.id} is as it was at the start.`);
  expect(history()).toHaveLength(1);
  rmSync(join(root, 'home', 'attempts'), { recursive: true });
  writeFileSync(join(root, 'home', 'attempts'), 'in the way');
  writeFileSync(handler, 'mine again');
  expect(await resetExercise(exercise)).toEqual({
    isOk: false,
    message:
      'Nothing was changed: your handler could not be kept, because something else is in its place.',
  });
  expect(readFileSync(handler, 'utf8')).toBe('mine again');
});
