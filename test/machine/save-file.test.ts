import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { saveFile } from '../../src/machine/save-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'api-labs-save-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

test('a file that is there is replaced only when it may be', async () => {
  const file = join(folder, 'sheet.md');
  expect(await saveFile(file, 'one', { mayReplace: false })).toEqual({ kind: 'saved' });
  expect(await saveFile(file, 'two', { mayReplace: false })).toEqual({ kind: 'taken' });
  expect(await readFile(file, 'utf8')).toBe('one');
  expect(await saveFile(file, 'three', { mayReplace: true })).toEqual({ kind: 'saved' });
  expect(await readFile(file, 'utf8')).toBe('three');
});

test('why a file cannot be written is said', async () => {
  expect(await saveFile(join(folder, 'none/sheet.md'), '', { mayReplace: false })).toEqual({
    kind: 'failed',
    reason: 'there is no such folder',
  });
  for (const mayReplace of [true, false]) {
    expect(await saveFile(folder, '', { mayReplace })).toEqual({
      kind: 'failed',
      reason: 'it is a folder',
    });
  }
});
