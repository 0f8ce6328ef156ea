import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { handlerFile } from '../../servers/spawned.ts';

/** One hostile or unlucky target, with what its verdict has to be. */
export type HostileItem = {
  name: string;
  file: string;
  verdict: 'passed' | 'failed' | 'broken' | 'stuck';
  /** Words that the learner has to be shown. */
  says: string;
  /** How long the whole grade may take, in seconds, where it is not the usual time. */
  deadline?: number;
  /** The command that starts it, where it is not a handler. */
  run?: string;
  /** Done once it serves, before the first check. */
  onServing?: (file: string) => void;
};

const folder = handlerFile('hostile');

const header = z.strictObject({
  verdict: z.enum(['passed', 'failed', 'broken', 'stuck']),
  says: z.string().min(3),
  deadline: z.coerce.number().optional(),
  run: z.string().optional(),
});

/** All files of the corpus whose head says what their verdict is; a folder is the registration. */
export function readHostileItems(): HostileItem[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((file) => {
      const head = readHead(readFileSync(file, 'utf8'));
      if (!('verdict' in head)) return [];
      return [{ name: relative(folder, file), file, ...header.parse(head) }];
    });
}

function readHead(text: string): Record<string, string> {
  const head: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const [, name, value] = /^\/\/ (\w+): (.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) break;
    head[name] = value;
  }
  return head;
}
