import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { errorCode, explainFileFailure } from '../model/error-code.ts';
import type { SnapshotReading } from '../model/snapshot.ts';

/** Larger files are graded and not kept. */
const maxBytes = 1024 * 1024;

export type KeepResult =
  | { kind: 'kept'; snapshot: string }
  | { kind: 'absent' }
  | { kind: 'too-large' }
  | { kind: 'failed'; code: string };

/** Copies of learners' files, each named by what is in it: a file that was kept before costs nothing. */
export type SnapshotStore = {
  folder: string;
  /** Keeps a file as it is now; never rejects. */
  keep: (exercise: string, file: string, options?: { isAnySize?: boolean }) => Promise<KeepResult>;
  read: (exercise: string, snapshot: string) => Promise<SnapshotReading>;
  /** What the learner should know, once a file could not be kept. */
  warning: () => string | undefined;
};

/** Opens the snapshots of one learner. Nothing is written before there is something to keep. */
export function openSnapshotStore(folder: string): SnapshotStore {
  let failure: string | undefined;
  const fileOf = (exercise: string, snapshot: string) =>
    join(folder, ...exercise.split('/'), `${snapshot}.ts`);
  return {
    folder,
    async keep(exercise, file, { isAnySize = false } = {}) {
      const content = await readWhole(file, isAnySize ? Number.POSITIVE_INFINITY : maxBytes);
      if (!Buffer.isBuffer(content)) return content;
      const snapshot = nameOf(content);
      try {
        await writeOnce(fileOf(exercise, snapshot), content);
        return { kind: 'kept', snapshot };
      } catch (error) {
        failure = errorCode(error);
        return { kind: 'failed', code: failure };
      }
    },
    async read(exercise, snapshot) {
      try {
        const content = await readFile(fileOf(exercise, snapshot));
        if (nameOf(content) !== snapshot) return { kind: 'damaged' };
        return { kind: 'kept', text: content.toString('utf8') };
      } catch (error) {
        return errorCode(error) === 'ENOENT' ? { kind: 'missing' } : { kind: 'damaged' };
      }
    },
    warning: () =>
      failure === undefined
        ? undefined
        : `Your files cannot be kept in ${folder}: ${explainFileFailure(failure)}. Verdicts are given all the same, but attempts will not show these files.`,
  };
}

function nameOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

async function readWhole(file: string, most: number): Promise<Buffer | KeepResult> {
  try {
    const state = await stat(file);
    if (!state.isFile()) return { kind: 'failed', code: 'ENOTFILE' };
    if (state.size > most) return { kind: 'too-large' };
    const content = await readFile(file);
    return content.length > most ? { kind: 'too-large' } : content;
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' ? { kind: 'absent' } : { kind: 'failed', code };
  }
}

/** Whole or not at all, unless a file of that name and size is there. */
async function writeOnce(file: string, content: Buffer): Promise<void> {
  if (statSync(file, { throwIfNoEntry: false })?.size === content.length) return;
  const folder = join(file, '..');
  makeFolder(folder);
  // A folder of its own, so that two that keep the same file never write one draft.
  const drafts = mkdtempSync(join(folder, '.draft-'));
  try {
    const draft = join(drafts, 'file');
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync().catch(() => undefined);
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } finally {
    rmSync(drafts, { recursive: true, force: true });
  }
}
