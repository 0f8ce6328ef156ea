import { AsyncLocalStorage } from 'node:async_hooks';
import type { HostMessage } from '../host-message.ts';
import type { Fetch } from './default-export.ts';
import { toSourceError } from './source-error.ts';

const maxReports = 500;

/**
 * Wraps a handler so that what it throws is told with the request it answered, also where Hono
 * turns the error into a 500 and only prints it.
 */
export function reportThrown(
  fetch: Fetch,
  handlerFile: string,
  tell: (message: HostMessage) => void,
): (request: Request, env: unknown) => Promise<Response> {
  const printed = new AsyncLocalStorage<unknown[]>();
  const printError = console.error.bind(console);
  console.error = (...parts: unknown[]) => {
    printed.getStore()?.push(...parts.filter((part) => part instanceof Error));
    printError(...parts);
  };
  let reports = 0;
  const report = (request: Request, error: unknown) => {
    if (++reports > maxReports) return;
    const { pathname, search } = new URL(request.url);
    const place = { method: request.method, path: pathname + search };
    tell({ kind: 'threw', ...place, error: toSourceError(error, handlerFile) });
  };
  return async (request, env) => {
    const errors: unknown[] = [];
    try {
      const response = await printed.run(errors, () => fetch(request, env));
      if (!isResponse(response))
        throw new TypeError(`returned ${nameValue(response)}, not a Response`);
      if (response.status >= 500 && errors.length > 0) report(request, errors[0]);
      return response;
    } catch (error) {
      report(request, error);
      return new Response('Internal Server Error', { status: 500 });
    }
  };
}

/** Not `instanceof`: the server replaces the global Response, and a handler may bring its own. */
function isResponse(value: unknown): value is Response {
  return typeof value === 'object' && value !== null && 'status' in value && 'headers' in value;
}

function nameValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'object' && value !== null ? 'an object' : `a ${typeof value}`;
}
