import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type WatchMode, watchFile } from '../../src/machine/watch-file.ts';

let folder: string;
let file: string;
let stop: () => void = () => {};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'api-labs-watch-'));
  file = join(folder, 'handler.ts');
  writeFileSync(file, 'one');
});

afterEach(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Watches and gives what resolves at the next save. */
async function startWatching(): Promise<() => Promise<void>> {
  let saved = Promise.withResolvers<void>();
  const mode = Promise.withResolvers<WatchMode>();
  stop = watchFile(file, () => saved.resolve(), mode.resolve);
  await mode.promise;
  return async () => {
    await saved.promise;
    saved = Promise.withResolvers();
  };
}

test('sees a save, a replaced file, and one that was gone for a while', async () => {
  const nextSave = await startWatching();
  expect(readdirSync(folder)).toEqual(['handler.ts']);
  writeFileSync(file, 'second');
  await nextSave();
  writeFileSync(join(folder, '.handler.swp'), 'third version');
  renameSync(join(folder, '.handler.swp'), file);
  await nextSave();
  rmSync(file);
  writeFileSync(file, 'fourth version, longer');
  await nextSave();
});

test('leaves no probe behind when it is stopped at once', () => {
  const stopAtOnce = watchFile(file, () => {});
  stopAtOnce();
  expect(readdirSync(folder)).toEqual(['handler.ts']);
});

test('lives with a folder that is not there', async () => {
  rmSync(folder, { recursive: true });
  const mode = Promise.withResolvers<WatchMode>();
  stop = watchFile(file, () => {}, mode.resolve);
  expect(await mode.promise).toBe('polling');
});
