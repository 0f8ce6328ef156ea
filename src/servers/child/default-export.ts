import { type Lifespan, readLifespan } from './lifespan.ts';

/** Answers one request; the form every handler is brought into. */
export type Fetch = (request: Request, env?: unknown) => unknown;

export type DefaultExport =
  | { kind: 'fetch'; fetch: Fetch; lifespan?: Lifespan }
  | { kind: 'unusable'; message: string; remedy: string };

const remedy = 'End the file with `export default app;`, where `app` is your Hono app.';

/** Finds what answers requests in a loaded handler module; `name` is the file's name, for messages. */
export function readDefaultExport(module: Record<string, unknown>, name: string): DefaultExport {
  const value = unwrapCommonJs(module.default);
  if (value === undefined || isEmptyObject(value)) {
    const isNamed = Object.values(module).some((entry) => hasFetch(entry));
    const hint = isNamed ? ' It exports an app, but by name.' : '';
    return { kind: 'unusable', message: `${name} has no default export.${hint}`, remedy };
  }
  if (hasFetch(value)) {
    const fetch: Fetch = (request, env) => value.fetch(request, env);
    const lifespan = readLifespan(value);
    return { kind: 'fetch', fetch, ...(lifespan === undefined ? {} : { lifespan }) };
  }
  const found = nameMistake(value);
  if (found !== undefined) {
    return {
      kind: 'unusable',
      message: `${name} exports ${found}, which cannot answer requests.`,
      remedy,
    };
  }
  const fetch: Fetch = (request, env) => callFunction(value, request, env);
  return { kind: 'fetch', fetch };
}

function callFunction(value: unknown, request: Request, env: unknown): unknown {
  return typeof value === 'function' ? value(request, env) : undefined;
}

/** A CommonJS file compiled from a default export holds it one level deeper. */
function unwrapCommonJs(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && '__esModule' in value && 'default' in value) {
    return value.default;
  }
  return value;
}

function hasFetch(value: unknown): value is { fetch: Fetch } {
  const canHold = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return canHold && 'fetch' in value && typeof value.fetch === 'function';
}

/** What a value is that cannot serve as a handler; undefined for a function. */
function nameMistake(value: unknown): string | undefined {
  if (typeof value === 'function') {
    if ('listen' in value) return 'an Express app';
    return /^class\b/.test(Function.prototype.toString.call(value)) ? 'a class' : undefined;
  }
  if (typeof value !== 'object' || value === null) return `the value ${JSON.stringify(value)}`;
  if (value instanceof Promise) return 'a promise';
  if (value instanceof Response) return 'one finished Response';
  if ('listen' in value && 'address' in value) return 'a server that was already started';
  if ('match' in value && 'add' in value) return 'a router without its app';
  if ('responses' in value && 'path' in value) return 'the description of a route';
  return 'an object without a `fetch` function';
}

function isEmptyObject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.getPrototypeOf(value) === Object.prototype && Object.keys(value).length === 0;
}
