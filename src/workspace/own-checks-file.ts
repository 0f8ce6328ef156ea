import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { errorCode, explainFileFailure } from '../model/error-code.ts';
import { type NewOwnCheck, nextOwnId, type OwnCheck, type OwnChecks } from '../model/own-check.ts';
import type { WorkspaceOutcome } from './workspace.ts';
import { ownChecksFile } from './workspace-files.ts';
import { replaceFile } from './write-exercise.ts';

const maxChecks = 100;

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

type OwnChecksFile = z.infer<typeof fileSchema>;

type Found =
  | { kind: 'none'; file: string }
  | { kind: 'read'; file: string; content: OwnChecksFile }
  | { kind: 'damaged'; file: string; problem: string };

/** The checks of one's own that lie beside a handler; those for another exercise are left out. */
export function readOwnChecks(handlerFile: string, exercise: string): OwnChecks {
  const found = find(handlerFile);
  const { file } = found;
  switch (found.kind) {
    case 'none':
      return { file, checks: [] };
    case 'read':
      return { file, checks: found.content.exercise === exercise ? found.content.checks : [] };
    case 'damaged':
      return { file, checks: [], problem: found.problem };
    default:
      return found satisfies never;
  }
}

/** Adds a check to those beside a handler. A damaged file is left as it is. */
export function keepOwnCheck(
  handlerFile: string,
  exercise: string,
  check: NewOwnCheck,
): WorkspaceOutcome {
  const found = find(handlerFile);
  if (found.kind === 'damaged') return { isOk: false, message: found.problem };
  const content: OwnChecksFile =
    found.kind === 'read' ? found.content : { schemaVersion: 1, exercise, checks: [] };
  if (content.exercise !== exercise) {
    return {
      isOk: false,
      message: `${found.file} holds your checks for ${content.exercise}. Put this handler in a folder of its own.`,
    };
  }
  if (content.checks.length >= maxChecks) {
    return { isOk: false, message: `You have ${maxChecks} checks here: drop one first.` };
  }
  const id = nextOwnId(content.checks);
  return write(
    found.file,
    { ...content, checks: [...content.checks, { id, ...check }] },
    `Kept as ${id} in ${basename(found.file)}: it is graded with the rest.`,
  );
}

/** Takes one check out of those beside a handler. */
export function dropOwnCheck(handlerFile: string, id: string): WorkspaceOutcome {
  const found = find(handlerFile);
  if (found.kind === 'damaged') return { isOk: false, message: found.problem };
  const checks = found.kind === 'read' ? found.content.checks : [];
  const left = checks.filter((check) => check.id !== id);
  if (found.kind === 'none' || left.length === checks.length) {
    return { isOk: false, message: `There is no check ${id} in ${found.file}.` };
  }
  return write(found.file, { ...found.content, checks: left }, `Dropped ${id}.`);
}

function write(file: string, content: OwnChecksFile, done: string): WorkspaceOutcome {
  try {
    replaceFile(file, `${JSON.stringify(content, null, 2)}\n`);
    return { isOk: true, message: done };
  } catch (error) {
    const why = explainFileFailure(errorCode(error));
    return { isOk: false, message: `${file} cannot be written: ${why}.` };
  }
}

function find(handlerFile: string): Found {
  const file = ownChecksFile(handlerFile);
  const damaged = (what: string): Found => ({
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
