import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SourceError } from '../../model/verdict.ts';
import { explainSyntaxError } from '../explain-syntax.ts';
import type { HostMessage } from '../host-message.ts';
import { placeOf } from '../source-line.ts';
import { type Fetch, readDefaultExport } from './default-export.ts';
import type { Lifespan } from './lifespan.ts';
import { isError, toSourceError } from './source-error.ts';

type BrokenReport = Extract<HostMessage, { kind: 'broken' }>;

export type LoadedHandler =
  | { kind: 'loaded'; fetch: Fetch; lifespan?: Lifespan }
  | { kind: 'broken'; report: BrokenReport }
  /** A syntax error whose place only Node's own printing of it tells. */
  | { kind: 'unplaced'; error: SyntaxError };

/** Imports a handler file, finds what answers its requests, and runs the start of its lifespan if it has one. */
export async function loadHandler(file: string): Promise<LoadedHandler> {
  const name = basename(file);
  try {
    const module: Record<string, unknown> = await import(pathToFileURL(file).href);
    const found = readDefaultExport(module, name);
    if (found.kind === 'fetch') {
      await found.lifespan?.startup();
      return { ...found, kind: 'loaded' };
    }
    return {
      kind: 'broken',
      report: { kind: 'broken', message: found.message, remedy: found.remedy },
    };
  } catch (thrown) {
    const error = placeImport(toSourceError(thrown, file), file);
    if (isError(thrown) && thrown instanceof SyntaxError && error.file === undefined) {
      return { kind: 'unplaced', error: thrown };
    }
    const { message, remedy } = explain(thrown, placeOf(name, error));
    return { kind: 'broken', report: { kind: 'broken', message, remedy, error } };
  }
}

/** A file that has no default export because it serves by itself. */
export function withOwnServer(report: BrokenReport): BrokenReport {
  return {
    ...report,
    message: report.message.replace(
      ' has no default export.',
      ' starts a server of its own and has no default export.',
    ),
    remedy:
      'Take out the call to serve or listen, and end the file with `export default app;`: it is served for you.',
  };
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

function explain(thrown: unknown, place: string) {
  if (!isError(thrown)) {
    return {
      message: `${place} threw an error while it was loaded.`,
      remedy: 'Correct what throws and save.',
    };
  }
  if (thrown instanceof SyntaxError) {
    return explainSyntaxError(place, thrown.message);
  }
  const code = 'code' in thrown ? thrown.code : undefined;
  const [, missing] = notFound.exec(thrown.message) ?? [];
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
