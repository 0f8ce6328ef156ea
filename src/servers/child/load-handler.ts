import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SourceError } from '../../model/verdict.ts';
import type { HostMessage } from '../host-message.ts';
import { type Fetch, readDefaultExport } from './default-export.ts';
import { toSourceError } from './source-error.ts';

export type LoadedHandler =
  | { kind: 'loaded'; fetch: Fetch }
  | { kind: 'broken'; report: Extract<HostMessage, { kind: 'broken' }> }
  /** A syntax error whose place only Node's own printing of it tells. */
  | { kind: 'unplaced'; error: SyntaxError };

/** Imports a handler file and finds what answers its requests. */
export async function loadHandler(file: string): Promise<LoadedHandler> {
  const name = basename(file);
  try {
    const module: Record<string, unknown> = await import(pathToFileURL(file).href);
    const found = readDefaultExport(module, name);
    if (found.kind === 'fetch') return { kind: 'loaded', fetch: found.fetch };
    return {
      kind: 'broken',
      report: { kind: 'broken', message: found.message, remedy: found.remedy },
    };
  } catch (thrown) {
    const error = placeImport(toSourceError(thrown, file), file);
    if (thrown instanceof SyntaxError && error.file === undefined) {
      return { kind: 'unplaced', error: thrown };
    }
    const { message, remedy } = explain(thrown, name, error.line);
    return { kind: 'broken', report: { kind: 'broken', message, remedy, error } };
  }
}

const notFound = /Cannot find (?:package|module) '([^']+)'/;

/** An import that fails has no place in its stack: it is looked up in the handler. */
function placeImport(error: SourceError, file: string): SourceError {
  const [, missing] = notFound.exec(error.message) ?? [];
  if (missing === undefined || error.line !== undefined) return error;
  const lines = readFileSync(file, 'utf8').split('\n');
  const asWritten = basename(missing, extname(missing));
  const index = lines.findIndex(
    (line) => /\b(from|import|require)\b/.test(line) && line.includes(asWritten),
  );
  const message = `Cannot find ${missing}`;
  return index === -1 ? { message } : { message, file, line: index + 1, sourceLine: lines[index] };
}

function explain(thrown: unknown, name: string, line: number | undefined) {
  const place = line === undefined ? name : `${name}, line ${line}`;
  if (thrown instanceof SyntaxError) {
    return { message: `${place} has a syntax error.`, remedy: 'Correct the line and save.' };
  }
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  const text = thrown instanceof Error ? thrown.message : '';
  const [, missing] = notFound.exec(text) ?? [];
  if (missing !== undefined && (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')) {
    const remedy = /^[./]|^[A-Za-z]:/.test(missing)
      ? 'Check the path; a relative import is written with its ending, as in `./input.ts`.'
      : 'Use hono, zod or @hono/zod-openapi, or install the package beside the handler.';
    return { message: `${place} imports ${missing}, which was not found.`, remedy };
  }
  return {
    message: `${place} threw an error while it was loaded.`,
    remedy: 'Correct what the error names and save.',
  };
}
