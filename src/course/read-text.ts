import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../model/error-code.ts';
import type { Report } from './problems.ts';
import { lineOf } from './problems.ts';

const lineFeed = 0x0a;

/** A text file without byte order mark and with plain line ends; what cannot be read is reported. */
export async function readText(
  root: string,
  file: string,
  report: Report,
): Promise<string | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(root, file));
  } catch (error) {
    report({
      place: 'file',
      value: '',
      problem: `The file cannot be read: the system says ${errorCode(error)}.`,
      remedy: 'Make it a plain file that you may read.',
    });
    return undefined;
  }
  const text = decode(bytes);
  if (text === undefined) {
    report({
      place: lineOf(findBadLine(bytes)),
      value: '',
      problem: 'The file is not valid UTF-8.',
      remedy: 'Save it as UTF-8 in your editor.',
    });
    return undefined;
  }
  if (text.trim() === '') {
    report({
      place: 'file',
      value: '',
      problem: 'The file is empty.',
      remedy: 'Write what belongs in it, or delete it when nothing does.',
    });
    return undefined;
  }
  return text.replaceAll('\r\n', '\n');
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A line feed is never part of a longer character, so lines can be decoded one by one. */
function findBadLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found;
    if (decode(bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
    line++;
  }
  return line;
}
