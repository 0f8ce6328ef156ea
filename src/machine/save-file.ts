import { stat, writeFile } from 'node:fs/promises';
import { errorCode, explainFileFailure } from '../model/error-code.ts';

export type Saving = { kind: 'saved' } | { kind: 'taken' } | { kind: 'failed'; reason: string };

/** Writes a file. One that is there already is left as it is unless it may be replaced. */
export async function saveFile(
  file: string,
  text: string,
  { mayReplace }: { mayReplace: boolean },
): Promise<Saving> {
  try {
    await writeFile(file, text, { flag: mayReplace ? 'w' : 'wx' });
    return { kind: 'saved' };
  } catch (error) {
    const code = errorCode(error);
    if (await isFolder(file)) return { kind: 'failed', reason: 'it is a folder' };
    if (code === 'EEXIST') return { kind: 'taken' };
    return {
      kind: 'failed',
      reason: code === 'ENOENT' ? 'there is no such folder' : explainFileFailure(code),
    };
  }
}

async function isFolder(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found?.isDirectory() === true;
}
