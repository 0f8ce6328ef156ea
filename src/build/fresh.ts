import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether the stamp is newer than every file below the given paths. */
export async function isFresh(stamp: string, paths: string[]): Promise<boolean> {
  const built = await stat(stamp).catch(() => undefined);
  if (built === undefined) return false;
  const newest = await Promise.all(paths.map(newestChange));
  return Math.max(...newest) < built.mtimeMs;
}

/** Milliseconds of the latest change at or below a path; folders count, so that a deleted file is seen. */
async function newestChange(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return Number.POSITIVE_INFINITY;
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  const changes = await Promise.all(names.map((name) => newestChange(join(path, name))));
  return Math.max(found.mtimeMs, ...changes);
}
