import { pathToFileURL } from 'node:url';
import { findOperation } from '../../model/contract.ts';
import type { ReplyClass } from '../mutant.ts';
import { changeReply, type ReplyChange, requestKey } from '../reply-change.ts';

/** A mutant as its server needs it: what to load, and what to change in its replies. */
export type ServedMutant = { file: string; of?: ReplyClass; change?: ReplyChange };

/** A handler finds in `env` what its server knows of the request: a WebSocket is taken by it. */
type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>;

const nullBodies = [101, 204, 205, 304];

/**
 * One handler for many mutants: mutant 7 answers below `/m/7`, and `/m/7` itself says whether it could be loaded. Each
 * has the solution as a module of its own, so that none sees what another left behind.
 */
export function serveMutants(mutants: ServedMutant[]): Fetch {
  const loaded = new Map<number, Promise<Fetch>>();
  const load = (index: number, { file }: ServedMutant): Promise<Fetch> => {
    const known = loaded.get(index);
    if (known !== undefined) return known;
    const loading = loadFetch(`${pathToFileURL(file).href}?mutant=${index}`);
    loaded.set(index, loading);
    return loading;
  };
  return async (request, env) => {
    const url = new URL(request.url);
    const [, number = '', rest] = /^\/m\/(\d+)(\/.*)?$/.exec(url.pathname) ?? [];
    const mutant = mutants[Number(number)];
    if (mutant === undefined) return new Response('There is no such mutant.', { status: 404 });
    if (rest === undefined) {
      return load(Number(number), mutant).then(
        () => new Response('loaded'),
        (error: unknown) => new Response(String(error), { status: 500 }),
      );
    }
    url.pathname = rest;
    const fetch = await load(Number(number), mutant);
    return answer(fetch, new Request(url, request), env, `${rest}${url.search}`, mutant);
  };
}

async function loadFetch(href: string): Promise<Fetch> {
  const module: Record<string, unknown> = await import(href);
  const app = module.default;
  if (typeof app === 'function') return (request, env) => app(request, env);
  if (typeof app === 'object' && app !== null && 'fetch' in app) {
    const { fetch } = app;
    if (typeof fetch === 'function') return (request, env) => fetch.call(app, request, env);
  }
  throw new TypeError('It exports nothing that answers requests.');
}

async function answer(
  fetch: Fetch,
  request: Request,
  env: unknown,
  path: string,
  { of, change }: ServedMutant,
): Promise<Response> {
  const { method } = request;
  if (change === undefined) return fetch(request, env);
  const text = await request.clone().text();
  const response = await fetch(request, env);
  if (of !== undefined && !isOfClass(of, method, path, response.status)) return response;
  // A body that nothing is changed in is not read: it may have no end.
  const isBodyRead = 'place' in change;
  const isBodyKept = ['status', 'media-type', 'drop-header'].includes(change.kind);
  const reply = {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: isBodyRead ? await response.text() : '',
  };
  const { status, headers, body } = changeReply(
    reply,
    change,
    requestKey({ method, path, body: text }),
  );
  const { 'content-length': _, ...ownHeaders } = headers;
  if (nullBodies.includes(status)) return new Response(null, { status, headers: ownHeaders });
  // Bytes: text would be given a content type of its own.
  if (!isBodyKept && !isBodyRead) await response.body?.cancel();
  const sent = isBodyKept ? response.body : new TextEncoder().encode(body);
  return new Response(sent, { status, headers: ownHeaders });
}

function isOfClass(of: ReplyClass, method: string, path: string, status: number): boolean {
  const operations = [{ method: of.method, path: of.route, responses: {} }];
  return status === of.status && findOperation({ operations }, { method, path }) !== undefined;
}
