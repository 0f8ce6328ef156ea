import { AsyncLocalStorage } from 'node:async_hooks';
import { inspect } from 'node:util';
import type { HostMessage } from '../host-message.ts';
import type { Fetch } from './default-export.ts';
import { isError, toSourceError, withoutOwnFrames } from './source-error.ts';

const maxReports = 500;
// The handler may replace the global one.
const WebAddress = URL;

type Printed = { errors: unknown[]; onLate?: (error: unknown) => void };

/**
 * Wraps a handler so that what it throws is told with the request it answered, also where Hono
 * turns the error into a 500 and only prints it, and where the reply turns out to be unusable when the
 * server, which prints the reason, writes it.
 */
export function reportThrown(
  fetch: Fetch,
  handlerFile: string,
  tell: (message: HostMessage) => void,
): (request: Request, env: unknown) => Promise<Response> {
  const printed = new AsyncLocalStorage<Printed>();
  const printError = console.error.bind(console);
  console.error = (...parts: unknown[]) => {
    const store = printed.getStore();
    for (const error of parts.filter(isError)) {
      if (store?.onLate === undefined) store?.errors.push(error);
      else store.onLate(error);
    }
    printError(...parts.map((part) => (isError(part) ? withoutOwnFrames(inspect(part)) : part)));
  };
  let reports = 0;
  const report = (request: Request, error: unknown) => {
    if (++reports > maxReports) return;
    const { pathname, search } = new WebAddress(request.url);
    const place = { method: request.method, path: pathname + search };
    tell({ kind: 'threw', ...place, error: toSourceError(error, handlerFile) });
  };
  return async (request, env) => {
    const store: Printed = { errors: [] };
    // Not `run`: the server goes on to write the reply in the same context.
    printed.enterWith(store);
    try {
      const response = await fetch(request, env);
      if (!isResponse(response))
        throw new TypeError(`returned ${nameValue(response)}, not a Response`);
      if (response.status >= 500 && store.errors.length > 0) report(request, store.errors[0]);
      return response;
    } catch (error) {
      report(request, error);
      return new Response('Internal Server Error', { status: 500 });
    } finally {
      store.onLate = (error) => report(request, error);
    }
  };
}

/** Not `instanceof`: the server replaces the global Response, and a handler may bring its own. */
function isResponse(value: unknown): value is Response {
  if (typeof value !== 'object' || value === null || !('status' in value)) return false;
  return 'text' in value && typeof value.text === 'function';
}

function nameValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'object' && value !== null ? 'an object' : `a ${typeof value}`;
}
