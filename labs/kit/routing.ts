import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { getPath } from 'hono/utils/url';
import { detailReply, methodNotAllowed, redirect } from './replies.ts';
import { splitRoutes } from './socket-routes.ts';
import { tellStage } from './stages.ts';

type KnownRoute = { pattern: RegExp; allow: string };

/** A path in FastAPI's form, `/items/{item_id}` or `/files/{file_path:path}`, as Hono writes it. */
export function toHonoPath(path: string): string {
  return path.replaceAll(/\{(\w+):path\}/g, ':$1{[^\\n]*}').replaceAll(/\{(\w+)\}/g, ':$1');
}

/** A path in FastAPI's form as it is documented: without the kind of its parameters. */
export function toDocumentedPath(path: string): string {
  return path.replaceAll(/\{(\w+):path\}/g, '{$1}');
}

/**
 * The path that routes are looked up by. It is the one that was sent, without the resolving of `..` that every `URL`
 * does, and an encoded slash is a slash to an ASGI server.
 */
export function readPath(request: Request, options?: object): string {
  const sent = findSentPath(options);
  const path = sent?.includes('/.') ? sent : getPath(request);
  return path.includes('%') ? path.replaceAll(/%2f/gi, '/') : path;
}

/**
 * What FastAPI answers when no route takes a request: 405 with the methods of the first route with this path,
 * 307 to the same path with or without its trailing slash, or 404.
 */
export function answerUnrouted(app: OpenAPIHono, pagePaths: readonly string[]) {
  let known: KnownRoute[] | undefined;
  return (c: Context): Response => {
    known ??= listRoutes(app, pagePaths);
    tellStage('routing', 'answered');
    const { path } = c.req;
    const sibling = path.endsWith('/') ? path.replace(/\/+$/, '') : `${path}/`;
    const samePath = known.find((route) => route.pattern.test(path));
    if (samePath !== undefined) return methodNotAllowed(c, samePath.allow);
    if (path !== '/' && known.some((route) => route.pattern.test(sibling))) {
      const { origin, search } = new URL(c.req.url);
      return redirect(origin + unquote(sibling) + search);
    }
    return detailReply(c, 404, 'Not Found');
  };
}

/** The characters that percent-encoding stands for, those that Hono leaves encoded too; bytes that are no UTF-8 are `\ufffd`. */
function unquote(path: string): string {
  return path.replaceAll(/(?:%[\da-f]{2})+/gi, (codes) =>
    Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

/** What Node read from the socket, up to the query; undefined where no socket is. */
function findSentPath(options: object = {}): string | undefined {
  const { url }: { url?: unknown } = Object(Object(Object(options).env).incoming);
  if (typeof url !== 'string') return undefined;
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

function listRoutes(app: OpenAPIHono, pagePaths: readonly string[]): KnownRoute[] {
  // Middleware is listed too, and so is a mounted app, which answers for itself below its path.
  return splitRoutes(app.routes)
    .http.filter((route) => route.method !== 'ALL')
    .map((route) => ({
      pattern: toPattern(route.path),
      allow: pagePaths.includes(route.path) ? 'GET, HEAD' : route.method,
    }));
}

/** What paths a path in Hono's form stands for. */
export function toPattern(path: string): RegExp {
  const source = path.replaceAll(/:\w+(\{[^}]*\})?|[.+()]/g, (part, isRest?: string) => {
    if (!part.startsWith(':')) return `\\${part}`;
    return isRest === undefined ? '[^/]+' : '[^\\n]*';
  });
  return new RegExp(`^${source}$`);
}
