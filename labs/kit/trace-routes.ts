import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { isHandshake } from './handshake.ts';
import { isGuard } from './socket-routes.ts';
import { enterStage, isWatched, leaveStage, type StageName, tellStage } from './stages.ts';

type Match = ReturnType<OpenAPIHono['router']['match']>;
type Entry = Match[0][number];
type Handler = Entry[0][0];

const telling = new WeakSet<object>();
const mounts = new WeakSet<object>();
const names = new WeakMap<object, string>();

/** Marks a handler that tells of its stages itself. */
export function markAsTelling<Marked extends object>(handler: Marked): Marked {
  telling.add(handler);
  return handler;
}

/** Marks the handler of a mounted app, which Hono lists like middleware. */
export function markAsMount<Marked extends object>(handler: Marked): Marked {
  mounts.add(handler);
  return handler;
}

/** Gives middleware the name that it has in the way of a request; without one it is that of its function. */
export function named(name: string, middleware: MiddlewareHandler): MiddlewareHandler {
  names.set(middleware, name);
  return middleware;
}

/** Has the middleware and the routes of an app tell when a request comes to them, while somebody listens. */
export function traceRoutes(app: OpenAPIHono): void {
  const { router } = app;
  app.router = {
    get name() {
      return router.name;
    },
    add: (...route) => router.add(...route),
    match: (method, path) => {
      const match = cutAtRoute(router.match(method, path));
      return isWatched() ? traceMatch(match) : match;
    },
  };
}

/** The first route that fits takes a request, in FastAPI: other routes after it are not asked. */
function cutAtRoute(match: Match): Match {
  const [entries] = match;
  const index = entries.findIndex(isRoute);
  // HEAD, which Hono looks up as GET, is none of theirs, and comes to a mounted app behind them.
  if (index !== -1 && entries.slice(index + 1).every(isRoute)) entries.length = index + 1;
  return match;
}

const isRoute = ([[handler]]: Entry): boolean => telling.has(handler);

function traceMatch(match: Match): Match {
  const [entries, ...rest] = match;
  let isRouted = false;
  const tellRoute = (path: string) => {
    if (!isRouted) tellStage('routing', 'passed', toRoutePath(path));
    isRouted = true;
  };
  const traced = entries.map(([[handler, route], params], index): Entry => {
    const isLast = entries.slice(index + 1).every(([[, other]]) => other.path !== route.path);
    const inRoute = route.method !== 'ALL' || mounts.has(handler);
    const tracedHandler = inRoute
      ? traceRouteHandler(handler, isLast ? 'handler' : 'dependency', route.path, tellRoute)
      : traceStage('middleware', handler, nameOf(handler));
    return [[tracedHandler, route], params] as Entry;
  });
  return [traced, ...rest] as Match;
}

function traceRouteHandler(
  handler: Handler,
  place: StageName,
  path: string,
  tellRoute: (path: string) => void,
): Handler {
  const guarded = traceStage('validation', handler);
  const traced = traceStage(place, handler, place === 'handler' ? undefined : nameOf(handler));
  return (c, next) => {
    const isTelling = telling.has(handler);
    const isNoRoute =
      (isGuard(handler) && !isHandshake(c.env)) ||
      (isTelling && c.req.method === 'HEAD') ||
      (mounts.has(handler) && path === `${c.req.path}/*`);
    // It answers, and tells, as if nothing were there.
    if (isNoRoute) return handler(c, next);
    tellRoute(path);
    if (isTelling) return handler(c, next);
    return isGuard(handler) ? guarded(c, next) : traced(c, next);
  };
}

function traceStage(name: StageName, handler: Handler, label?: string): Handler {
  return async (c, next) => {
    const stage = enterStage(name, label);
    let isHandedOn = false;
    let isPassing = false;
    const goOn = async () => {
      isHandedOn = true;
      try {
        await next();
      } catch (error) {
        isPassing = true;
        throw error;
      }
    };
    try {
      const reply = await handler(c, goOn);
      leaveStage(stage, isHandedOn || name === 'handler' ? 'passed' : 'answered');
      if (name === 'handler') tellStage('response');
      return reply;
    } catch (error) {
      leaveStage(stage, isPassing ? 'skipped' : 'threw', error);
      throw error;
    }
  };
}

function nameOf(handler: Handler): string | undefined {
  return names.get(handler) ?? (handler.name === '' ? undefined : handler.name);
}

/** A path in Hono's form as FastAPI writes it: `/items/{item_id}`. */
function toRoutePath(path: string): string {
  return path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_part, name: string, pattern?: string) =>
    pattern === undefined ? `{${name}}` : `{${name}:path}`,
  );
}
