import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, Handler } from 'hono';
import { answerCrashes, answerError } from './answer-error.ts';
import { addDocs, docsPaths } from './docs.ts';
import { endpoint, type LabRoute } from './endpoint.ts';
import { type Lifespan, type LifespanEnds, splitLifespan } from './lifespan.ts';
import { describeLab, type LabTitle } from './openapi.ts';
import { redirect } from './replies.ts';
import { listRouterRoutes } from './router.ts';
import { answerUnrouted, readPath, toHonoPath } from './routing.ts';
import { tellStage } from './stages.ts';
import { markAsMount, markAsTelling, traceRoutes } from './trace-routes.ts';
import { answerHandshakes } from './websocket.ts';

/** By their fetch function: a mounted one tells of its own stages. */
const labs = new WeakSet<object>();

/**
 * An OpenAPIHono app that answers as a FastAPI app does: bodies are read and refused as Pydantic would, errors
 * have FastAPI's form, and the docs are at /docs, /redoc and /openapi.json.
 */
export function createLab(
  labTitle: LabTitle & { lifespan?: Lifespan },
): OpenAPIHono & { lifespan: LifespanEnds } {
  const app = new OpenAPIHono({ getPath: readPath });
  traceRoutes(app);
  const routes: LabRoute[] = [];

  function openapi(route: LabRoute, handler: Handler): OpenAPIHono {
    const { path, method, middleware = [] } = route;
    routes.push(route);
    app.on([method], [toHonoPath(path)], ...[middleware].flat(), endpoint(route, handler));
    return app;
  }
  const joinApp = app.route.bind(app);
  function join(prefix: string, part: OpenAPIHono): OpenAPIHono {
    const parts = listRouterRoutes(prefix, part);
    if (parts === undefined) joinApp(prefix, part);
    for (const { route, handler } of parts ?? []) openapi(route, handler);
    return app;
  }
  // FastAPI's mounted app answers below its path only, and knows the whole of it when it redirects.
  function mount(prefix: string, fetch: OpenAPIHono['fetch']): OpenAPIHono {
    const handler = markAsMount(async (c: Context) => {
      const url = new URL(c.req.url);
      if (c.req.path === prefix) {
        tellStage('routing', 'answered');
        return redirect(`${url.origin}${prefix}/${url.search}`);
      }
      url.pathname = c.req.path.slice(prefix.length);
      const request = passOn(c.req.raw, url);
      request.headers.set('x-forwarded-prefix', prefix);
      const reply = await fetch(request);
      const location = reply.headers.get('location');
      if (location === null || reply.status !== 307) return reply;
      return redirect(location.replace(url.origin, url.origin + prefix));
    });
    app.all(`${prefix}/*`, labs.has(fetch) ? markAsTelling(handler) : handler);
    return app;
  }
  // In place of OpenAPIHono's own registration, whose validators answer 415 and 400 where FastAPI answers 422,
  // and whose document lacks what Pydantic writes into schemas.
  Object.assign(app, { openapi, route: join, mount });

  app.notFound(answerUnrouted(app, docsPaths));
  app.onError(answerError);
  Object.assign(app, { fetch: answerCrashes(app.fetch) });
  answerHandshakes(app);
  labs.add(app.fetch);
  addDocs(app, labTitle.title, () => describeLab(routes, labTitle));
  return Object.assign(app, { lifespan: splitLifespan(labTitle.lifespan) });
}

/** The same request to another URL. */
function passOn(sent: Request, url: URL): Request {
  if (sent.method !== 'TRACE') return new Request(url, sent);
  // A browser's fetch must not send TRACE, so no `Request` can be made for it; a server gets it all the same.
  const request = new Request(url, { headers: sent.headers });
  return Object.defineProperty(request, 'method', { value: sent.method });
}
