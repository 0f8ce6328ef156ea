import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { detailReply, methodNotAllowed } from './replies.ts';

type KnownRoute = { pattern: RegExp; allow: string };

/**
 * What FastAPI answers when no route takes a request: 405 with the methods of the first route with this path,
 * 307 to the same path with or without its trailing slash, or 404.
 */
export function answerUnrouted(app: OpenAPIHono, pagePaths: readonly string[]) {
  let known: KnownRoute[] | undefined;
  return (c: Context): Response => {
    known ??= listRoutes(app, pagePaths);
    const { path } = c.req;
    const sibling = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
    const samePath = known.find((route) => route.pattern.test(path));
    if (samePath !== undefined) return methodNotAllowed(c, samePath.allow);
    if (path !== '/' && known.some((route) => route.pattern.test(sibling))) {
      const { origin, search } = new URL(c.req.url);
      return new Response(null, {
        status: 307,
        headers: { location: origin + sibling + search, 'content-length': '0' },
      });
    }
    return detailReply(c, 404, 'Not Found');
  };
}

function listRoutes(app: OpenAPIHono, pagePaths: readonly string[]): KnownRoute[] {
  return app.routes
    .filter((route) => route.method !== 'ALL')
    .map((route) => ({
      pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`),
      allow: pagePaths.includes(route.path) ? 'GET, HEAD' : route.method,
    }));
}
