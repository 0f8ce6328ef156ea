import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchFile } from '../../src/machine/watch-file.ts';
import type { WatchMode } from '../../src/machine/watch-folder.ts';

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

test('a file that is emptied and then filled is one save', async () => {
  const mode = Promise.withResolvers<WatchMode>();
  const last = Promise.withResolvers<void>();
  const seen: string[] = [];
  const onSave = () => {
    const text = readFileSync(file, 'utf8');
    seen.push(text);
    if (text === 'last') last.resolve();
  };
  stop = watchFile(file, onSave, mode.resolve);
  await mode.promise;
  writeFileSync(file, '');
  writeFileSync(file, 'last');
  await last.promise;
  expect(seen).toEqual(['last']);
});

test('two saves within 10 ms are one or two, and the second is never missed', async () => {
  let read = '';
  const mode = Promise.withResolvers<WatchMode>();
  const newest = Promise.withResolvers<void>();
  stop = watchFile(
    file,
    () => {
      read = readFileSync(file, 'utf8');
      if (read === 'save 49b') newest.resolve();
    },
    mode.resolve,
  );
  await mode.promise;
  for (let round = 0; round < 50; round++) {
    writeFileSync(file, `save ${round}a`);
    writeFileSync(file, `save ${round}b`);
  }
  await newest.promise;
  expect(read).toBe('save 49b');
});

test.each(['truncate and write', 'write beside and rename', 'keep a backup', 'unlink and write'])(
  'sees an editor that saves by: %s',
  async (how) => {
    const nextSave = await startWatching();
    for (const text of ['second text', 'third text, longer', 'fourth']) {
      saveLike(how, text);
      await nextSave();
    }
  },
);

/** Saves as editors do: in place (VS Code), by renaming (Vim, JetBrains), with a backup file (Emacs). */
function saveLike(how: string, text: string): void {
  const beside = join(folder, '4913~');
  switch (how) {
    case 'write beside and rename':
      writeFileSync(beside, text);
      renameSync(beside, file);
      return;
    case 'keep a backup':
      renameSync(file, `${file}~`);
      writeFileSync(file, text);
      return;
    case 'unlink and write':
      rmSync(file);
      writeFileSync(file, text);
      return;
    default:
      writeFileSync(file, text);
  }
}

test('sees a change of what the handler imports, also from another folder', async () => {
  const sibling = join(folder, 'input.ts');
  mkdirSync(join(folder, 'models'));
  const farther = join(folder, 'models', 'user.ts');
  writeFileSync(sibling, "export { User } from './models/user.ts';\n");
  writeFileSync(farther, 'export const User = 1;\n');
  writeFileSync(file, "import { User } from './input.ts';\nexport default User;\n");
  const nextSave = await startWatching();
  writeFileSync(sibling, "export { User } from './models/user.ts'; // changed\n");
  await nextSave();
  writeFileSync(farther, 'export const User = 2; // changed\n');
  await nextSave();
});

test('tells once of a file that is deleted, and again when it is back', async () => {
  const nextSave = await startWatching();
  rmSync(file);
  await nextSave();
  writeFileSync(file, 'back again');
  await nextSave();
});

test('a folder that is deleted and made again is watched again', async () => {
  const nextSave = await startWatching();
  rmSync(folder, { recursive: true });
  await nextSave();
  mkdirSync(folder);
  writeFileSync(file, 'in a new folder');
  await nextSave();
  writeFileSync(file, 'and saved once more');
  await nextSave();
});

test('a folder that is swapped for another by renaming is followed', async () => {
  const nextSave = await startWatching();
  const other = `${folder}-other`;
  mkdirSync(other);
  writeFileSync(join(other, 'handler.ts'), 'another branch');
  renameSync(folder, `${folder}-old`);
  renameSync(other, folder);
  await nextSave();
  rmSync(`${folder}-old`, { recursive: true });
  writeFileSync(file, 'saved in the new place');
  await nextSave();
});

test('a save that changes neither size nor name is seen by its time', async () => {
  const nextSave = await startWatching();
  writeFileSync(file, 'two');
  utimesSync(file, new Date(), new Date(Date.now() + 5000));
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
