import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceError } from '../../model/verdict.ts';
import { readPrintedError } from '../printed-error.ts';

/** Everything of the program itself lies below the folder of the host's entry. */
const hostFolder = dirname(process.argv[1] ?? fileURLToPath(import.meta.url));
const maxMessageLength = 500;

/** An error as the learner should see it: what was said, and the line of their own code it came from. */
export function toSourceError(error: unknown, handlerFile: string): SourceError {
  if (!(error instanceof Error)) return { message: `threw ${describeValue(error)}, not an Error` };
  const message = describeError(error);
  const stack = error.stack ?? '';
  const printed = readPrintedError(stack);
  if (error instanceof SyntaxError && printed !== undefined) return { ...printed, message };
  const frames = stack.split('\n').flatMap(readFrame);
  const frame =
    frames.find(({ file }) => file === handlerFile) ??
    frames.find(({ file }) => !file.includes('/node_modules/') && !file.startsWith(hostFolder));
  if (frame === undefined) return { message };
  return { message, ...frame, sourceLine: readLine(frame.file, frame.line) };
}

const framePattern = /^\s+at (?:.* \()?((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^()]*):(\d+):(\d+)\)?$/;

type Frame = { file: string; line: number; column: number };

function readFrame(text: string): Frame[] {
  const [, path, line, column] = framePattern.exec(text) ?? [];
  if (path === undefined) return [];
  const file = path.startsWith('file://') ? fileURLToPath(path.replace(/[?#].*$/, '')) : path;
  return [{ file, line: Number(line), column: Number(column) }];
}

function readLine(file: string, line: number): string | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')[line - 1];
  } catch {
    return undefined;
  }
}

function describeError(error: Error): string {
  const issues = 'issues' in error && Array.isArray(error.issues) ? error.issues : undefined;
  const text = issues === undefined ? error.message : issues.map(describeIssue).join('; ');
  const first = text.split('\n').slice(0, 3).join(' ');
  const message = error.name === 'Error' ? first : `${error.name}: ${first}`;
  return message.slice(0, maxMessageLength);
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
  return String(value);
}
