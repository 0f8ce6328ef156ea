import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { errorCode } from '../model/error-code.ts';
import type { OwnCheck } from '../model/own-check.ts';
import { ownChecksFile } from './workspace-files.ts';

/** As many as are graded well within the time a grade has. */
export const maxChecks = 100;

const ownCheck = z.strictObject({
  id: z.string().regex(/^mine-\d+$/, { error: 'is not of the form mine-1' }),
  title: z.string().min(1),
  request: z.strictObject({
    method: z.string().regex(/^[A-Za-z]+$/, { error: 'is no HTTP method' }),
    path: z.string().startsWith('/', { error: 'does not start with a slash' }),
    headers: z.record(z.string(), z.string()),
    body: z.string().optional(),
  }),
  expect: z
    .strictObject({
      status: z.int().min(100).max(599),
      json: z.json().optional(),
      text: z.string().optional(),
    })
    .refine(({ json, text }) => json === undefined || text === undefined, {
      error: 'has both json and text: one of them is enough',
    }),
});

const fileSchema = z.strictObject({
  schemaVersion: z.literal(1),
  exercise: z.string(),
  checks: z.array(ownCheck).max(maxChecks),
});

/** What the file holds. */
export type OwnChecksFile = z.infer<typeof fileSchema>;

/** The file as it is on disk. */
export type FoundFile =
  | { kind: 'none'; file: string }
  | { kind: 'read'; file: string; content: OwnChecksFile }
  | { kind: 'damaged'; file: string; problem: string };

/** Reads the file beside a handler. */
export function findOwnChecksFile(handlerFile: string): FoundFile {
  const file = ownChecksFile(handlerFile);
  const damaged = (what: string): FoundFile => ({
    kind: 'damaged',
    file,
    problem: `Your own checks cannot be read, so they are not graded: ${file}${what} Correct it, or delete the file.`,
  });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return { kind: 'none', file };
    return damaged(` cannot be read (${code}).`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return damaged(`, line ${lineOfError(error, text)}, is not valid JSON.`);
  }
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return damaged(`, ${placeOf(issue?.path ?? [])}: ${issue?.message ?? 'is not as expected'}.`);
  }
  const twice = firstTwice(parsed.data.checks);
  if (twice !== undefined) return damaged(` has two checks with the id ${twice}.`);
  return { kind: 'read', file, content: parsed.data };
}

function lineOfError(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : '';
  const [, line] = /line (\d+)/.exec(message) ?? [];
  if (line !== undefined) return Number(line);
  const [, position] = /position (\d+)/.exec(message) ?? [];
  return text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length;
}

/** `checks[1].expect.status` */
function placeOf(path: PropertyKey[]): string {
  if (path.length === 0) return 'at the top';
  return path.reduce<string>((place, key) => {
    if (typeof key === 'number') return `${place}[${key}]`;
    return place === '' ? String(key) : `${place}.${String(key)}`;
  }, '');
}

function firstTwice(checks: OwnCheck[]): string | undefined {
  const ids = checks.map(({ id }) => id);
  return ids.find((id, index) => ids.indexOf(id) !== index);
}
