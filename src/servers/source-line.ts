import { basename } from 'node:path';
import type { SourceError } from '../model/verdict.ts';

const maxLength = 240;
const before = 80;

/** A source line short enough to be shown: of a very long one, what lies around the column (counted from 1). */
export function clipSourceLine(text: string, column: number | undefined): string {
  if (text.length <= maxLength) return text;
  const start = Math.max(0, (column ?? 1) - 1 - before);
  const shown = text.slice(start, start + maxLength);
  return `${start > 0 ? '…' : ''}${shown}${start + maxLength < text.length ? '…' : ''}`;
}

/** File and line of an error, as a sentence about the file `name` begins. */
export function placeOf(name: string, error: SourceError | undefined): string {
  const file = error?.file === undefined ? name : basename(error.file);
  return error?.line === undefined ? file : `${file}, line ${error.line}`;
}
