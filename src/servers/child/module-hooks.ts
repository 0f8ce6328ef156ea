import { readFileSync } from 'node:fs';
import {
  createRequire,
  isBuiltin,
  registerHooks,
  stripTypeScriptTypes,
  syncBuiltinESMExports,
} from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keepDatabasesInMemory } from './stay-inside.ts';

const unsupportedSyntax = 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX';
/** Node fails to report a syntax error that lies tens of thousands of characters into a line. */
const unreportedSyntax = 'ERR_INTERNAL_ASSERTION';
const typeScriptEndings = ['.ts', '.mts', '.cts'];

/**
 * Lets a handler lie anywhere: packages its own folder cannot resolve come from `dependenciesFolder`,
 * and TypeScript that Node itself refuses (enums, files below node_modules) is still loaded.
 */
export function addModuleHooks(dependenciesFolder: string | undefined): void {
  const fallback =
    dependenciesFolder === undefined
      ? import.meta.url
      : pathToFileURL(join(dependenciesFolder, 'package.json')).href;
  let isLookingElsewhere = false;
  shareNodeServer();
  registerHooks({
    resolve: (specifier, context, nextResolve) => {
      if (/^(node:)?sqlite$/.test(specifier)) guardDatabases();
      try {
        return nextResolve(specifier, context);
      } catch (error) {
        if (!isBare(specifier) || !isNotFound(error) || isLookingElsewhere) throw error;
        isLookingElsewhere = true;
        try {
          // For `require`, Node looks at the module that called, never at the URL given here.
          if (context.conditions.includes('import')) {
            return nextResolve(specifier, { ...context, parentURL: fallback });
          }
          const path = createRequire(fallback).resolve(specifier);
          return { url: pathToFileURL(path).href, shortCircuit: true };
        } catch {
          throw error;
        } finally {
          isLookingElsewhere = false;
        }
      }
    },
    load: (url, context, nextLoad) => {
      if (!isTypeScript(url)) return nextLoad(url, context);
      return { format: findFormat(url, context, nextLoad), source: strip(url), shortCircuit: true };
    },
  });
}

/**
 * Gives every module the copy of @hono/node-server that serves it, also by `require` and from another folder: by what
 * one copy says to itself `upgradeWebSocket` finds the socket.
 */
export function shareNodeServer(): void {
  const url = import.meta.resolve('@hono/node-server');
  registerHooks({
    resolve: (specifier, context, nextResolve) =>
      specifier === '@hono/node-server'
        ? { url, format: 'module', shortCircuit: true }
        : nextResolve(specifier, context),
  });
}

function guardDatabases(): void {
  const sqlite = process.getBuiltinModule('node:sqlite');
  if (sqlite === undefined) return;
  keepDatabasesInMemory(sqlite);
  syncBuiltinESMExports();
}

type LoadHook = Required<Parameters<typeof registerHooks>[0]>['load'];

/** Node looks into the source where neither the ending nor a package.json tells the format. */
function findFormat(...[url, context, nextLoad]: Parameters<LoadHook>): 'module' | 'commonjs' {
  try {
    const format = context.format ?? nextLoad(url, context).format;
    return format?.startsWith('commonjs') ? 'commonjs' : 'module';
  } catch (error) {
    if (![unsupportedSyntax, unreportedSyntax].includes(codeOf(error) ?? '')) throw error;
    return 'module';
  }
}

function isTypeScript(url: string): boolean {
  return url.startsWith('file:') && typeScriptEndings.includes(extname(new URL(url).pathname));
}

/** Types become blanks: lines and columns stay. */
function strip(url: string): string {
  const source = readFileSync(fileURLToPath(url), 'utf8');
  try {
    return stripTypeScriptTypes(source, { mode: 'strip', sourceUrl: url });
  } catch (error) {
    if (codeOf(error) === unreportedSyntax) throw longLineError(url, source);
    if (codeOf(error) !== unsupportedSyntax) throw error;
    return transform(url);
  }
}

/** Names the longest line: the error is in it. */
function longLineError(url: string, source: string): SyntaxError {
  const lines = source.split('\n');
  const longest = lines.reduce((best, text, index) => {
    return text.length > (lines[best] ?? '').length ? index : best;
  }, 0);
  const text = lines[longest] ?? '';
  const error = new SyntaxError(`somewhere in this line of ${text.length} characters`);
  error.stack = `${url}:${longest + 1}\n${text.slice(0, 80)}\n^\n\nSyntaxError: ${error.message}`;
  return error;
}

/** Rewrites what cannot be blanked out; a source map keeps the lines that errors name. */
function transform(url: string): string {
  process.setSourceMapsEnabled(true);
  const source = readFileSync(fileURLToPath(url), 'utf8');
  return stripTypeScriptTypes(source, { mode: 'transform', sourceMap: true, sourceUrl: url });
}

function isBare(specifier: string): boolean {
  return !/^(\.{0,2}\/|[a-z]+:|#)/i.test(specifier) && !isBuiltin(specifier);
}

function isNotFound(error: unknown): boolean {
  return ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
