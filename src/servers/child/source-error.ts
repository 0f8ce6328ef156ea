import { readFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceError } from '../../model/verdict.ts';
import { readPrintedError } from '../printed-error.ts';
import { clipSourceLine } from '../source-line.ts';
import { explainRefusal } from './explain-refusal.ts';

/** Everything of the program itself lies below the folder of the host's entry. */
const hostFolder = dirname(process.argv[1] ?? fileURLToPath(import.meta.url));
const maxMessageLength = 500;

/** An error as the learner should see it: what was said, and the line of their own code it came from. */
export function toSourceError(error: unknown, handlerFile: string): SourceError {
  try {
    if (!(error instanceof Error))
      return { message: `threw ${describeValue(error)}, not an Error` };
    return placeError(error, handlerFile);
  } catch {
    // Its getters throw, or what reads it was replaced.
    return { message: readMessage(error) ?? 'threw an error that cannot be read' };
  }
}

function readMessage(error: unknown): string | undefined {
  try {
    const message = Object(error).message;
    return typeof message === 'string' ? message.slice(0, maxMessageLength) : undefined;
  } catch {
    return undefined;
  }
}

function placeError(error: Error, handlerFile: string): SourceError {
  const message = describeError(error);
  const stack = readStack(error);
  const printed = readPrintedError(stack);
  if (error instanceof SyntaxError && printed !== undefined) return { ...printed, message };
  const frames = stack.split('\n').flatMap(readFrame);
  const frame =
    frames.find(({ file }) => file === handlerFile) ??
    frames.find(({ file }) => !file.includes('/node_modules/') && !file.startsWith(hostFolder));
  if (frame === undefined) return { message };
  return { message, ...frame, sourceLine: readLine(frame) };
}

/** Whether a value is an error; a proxy may throw at the question alone. */
export function isError(value: unknown): value is Error {
  try {
    return value instanceof Error;
  } catch {
    return false;
  }
}

/** What was printed of an error, without the frames of the program and of Node itself. */
export function withoutOwnFrames(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => !/^\s+at .*node:internal\//.test(line) && !isOwnFrame(line))
    .join('\n');
}

function isOwnFrame(line: string): boolean {
  return /^\s+at /.test(line) && line.includes(`${hostFolder}${sep}`);
}

/** Empty where the error hides it. */
export function readStack(error: Error): string {
  try {
    return typeof error.stack === 'string' ? error.stack : '';
  } catch {
    return '';
  }
}

const framePattern = /^\s+at (?:.* \()?((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^()]*):(\d+):(\d+)\)?$/;

type Frame = { file: string; line: number; column: number };

function readFrame(text: string): Frame[] {
  const [, path, line, column] = framePattern.exec(text) ?? [];
  if (path === undefined) return [];
  const file = path.startsWith('file://') ? fileURLToPath(path.replace(/[?#].*$/, '')) : path;
  return [{ file, line: Number(line), column: Number(column) }];
}

function readLine({ file, line, column }: Frame): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').split('\n')[line - 1];
    return text === undefined ? undefined : clipSourceLine(text, column);
  } catch {
    return undefined;
  }
}

function describeError(error: Error): string {
  const explained = explainRefusal(error) ?? explainRejection(error);
  if (explained !== undefined) return explained;
  const issues = 'issues' in error && Array.isArray(error.issues) ? error.issues : undefined;
  const text = issues === undefined ? String(error.message) : issues.map(describeIssue).join('; ');
  const first = text
    .slice(0, 4 * maxMessageLength)
    .split('\n')
    .slice(0, 3)
    .join(' ');
  const name = nameOf(error);
  const message = name === 'Error' ? first : `${name}: ${first}`;
  return message.slice(0, maxMessageLength);
}

/** Node's words for a rejection with something that is no error. */
function explainRejection(error: Error): string | undefined {
  if (!('code' in error) || error.code !== 'ERR_UNHANDLED_REJECTION') return undefined;
  const [, reason = 'no error'] = /rejected with the reason "(.*)"\.$/s.exec(error.message) ?? [];
  return `a promise was rejected with ${reason}, not an Error, and nothing caught it`;
}

function nameOf(error: Error): string {
  return typeof error.name === 'string' ? error.name : 'Error';
}

function describeIssue(issue: unknown): string {
  if (typeof issue !== 'object' || issue === null) return String(issue);
  const path = 'path' in issue && Array.isArray(issue.path) ? issue.path.map(String).join('.') : '';
  const message = 'message' in issue ? String(issue.message) : '';
  return path === '' ? message : `${path}: ${message}`;
}

function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 100));
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function') return 'a function';
  return String(value);
}
