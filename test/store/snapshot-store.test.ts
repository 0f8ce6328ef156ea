import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSnapshotStore } from '../../src/store/snapshot-store.ts';

const exercise = 'predict/one';
let root: string;
let file: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'api-labs-snapshots-'));
  file = join(root, 'handler.ts');
  writeFileSync(file, 'first\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const open = () => openSnapshotStore(join(root, 'home', 'attempts'));
const keptFiles = () => readdirSync(join(root, 'home', 'attempts', 'predict', 'one'));

async function keep(text: string): Promise<string> {
  writeFileSync(file, text);
  const result = await open().keep(exercise, file);
  if (result.kind !== 'kept') throw new Error(`it is ${result.kind}`);
  return result.snapshot;
}

test('keeps what differs once, and gives it back as it was', async () => {
  const [first, again, second] = [
    await keep('one\r\n'),
    await keep('one\r\n'),
    await keep('two ✔'),
  ];
  expect(again).toBe(first);
  expect(keptFiles().sort()).toEqual([`${first}.ts`, `${second}.ts`].sort());
  expect(await open().read(exercise, first)).toEqual({ kind: 'kept', text: 'one\r\n' });
  expect(await open().read(exercise, second)).toEqual({ kind: 'kept', text: 'two ✔' });
});

test('two that keep the same file at once leave one, and no draft', async () => {
  const store = open();
  const results = await Promise.all([1, 2, 3].map(() => store.keep(exercise, file)));
  expect(results.map(({ kind }) => kind)).toEqual(['kept', 'kept', 'kept']);
  expect(keptFiles()).toHaveLength(1);
});

test('says what is gone or is not what it was', async () => {
  const snapshot = await keep('whole');
  expect(await open().read('predict/two', snapshot)).toEqual({ kind: 'missing' });
  writeFileSync(join(root, 'home/attempts/predict/one', `${snapshot}.ts`), 'other');
  expect(await open().read(exercise, snapshot)).toEqual({ kind: 'damaged' });
  // A cut one is put right when the same file is kept again.
  writeFileSync(join(root, 'home/attempts/predict/one', `${snapshot}.ts`), '');
  await keep('whole');
  expect(await open().read(exercise, snapshot)).toEqual({ kind: 'kept', text: 'whole' });
});

test('keeps no file above 1 MB unless it is told to, and nothing that is no file', async () => {
  writeFileSync(file, 'x'.repeat(1024 * 1024 + 1));
  const store = open();
  expect(await store.keep(exercise, file)).toEqual({ kind: 'too-large' });
  expect(await store.keep(exercise, file, { isAnySize: true })).toMatchObject({ kind: 'kept' });
  expect(await store.keep(exercise, join(root, 'gone.ts'))).toEqual({ kind: 'absent' });
  expect(await store.keep(exercise, root)).toEqual({ kind: 'failed', code: 'ENOTFILE' });
  expect(store.warning()).toBeUndefined();
});

test('a folder that takes nothing is a warning', async () => {
  writeFileSync(join(root, 'home'), 'a file in the way');
  const store = open();
  expect(await store.keep(exercise, file)).toMatchObject({ kind: 'failed' });
  expect(store.warning()).toBe(
    `Your files cannot be kept in ${join(root, 'home', 'attempts')}: something else is in its place. Verdicts are given all the same, but attempts will not show these files.`,
  );
});

test('only the learner can read what is kept', async () => {
  const snapshot = await keep('mine');
  const kept = join(root, 'home/attempts/predict/one', `${snapshot}.ts`);
  expect(statSync(kept).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
});
