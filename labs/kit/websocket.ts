import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Env, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isHandshake } from './handshake.ts';
import { parameterReader } from './parameters.ts';
import { readPath, toPattern } from './routing.ts';
import { markAsGuard, splitRoutes } from './socket-routes.ts';
import { tellStage } from './stages.ts';

/** FastAPI's WebSocketException: thrown before a socket is open, it refuses the handshake, and nobody sees its code. */
export class WebSocketException extends HTTPException {
  override name = 'WebSocketException';
  readonly code: number;

  constructor(code: number, reason = '') {
    super(403, { message: reason });
    this.code = code;
  }
}

type Parameters = { params?: z.ZodObject; query?: z.ZodObject; headers?: z.ZodObject };
type Values<Schema> = Schema extends z.ZodObject ? z.output<Schema> : never;
type Targets<Asked extends Parameters> = {
  param: Values<Asked['params']>;
  query: Values<Asked['query']>;
  header: Values<Asked['headers']>;
};

/**
 * Stands first on the path of a WebSocket, as FastAPI's `@app.websocket`: whoever comes by plain HTTP finds nothing
 * there, and who sends parameters that do not fit is refused.
 */
export function webSocket<Asked extends Parameters>(
  asked: Asked,
): MiddlewareHandler<Env, string, { in: Targets<Asked>; out: Targets<Asked> }> {
  const findErrors = parameterReader(asked);
  return markAsGuard(async (c, next) => {
    if (!isHandshake(c.env)) return c.notFound();
    if (findErrors(c).length > 0) throw new WebSocketException(1008);
    await next();
  });
}

/** Answers handshakes as FastAPI behind Uvicorn does: what is no WebSocket's path, or throws, is a 403 without a word. */
export function answerHandshakes(app: OpenAPIHono): void {
  const { fetch } = app;
  let paths: RegExp[] | undefined;
  app.fetch = (request, env, ...rest) => {
    if (!isHandshake(env)) return fetch(request, env, ...rest);
    paths ??= splitRoutes(app.routes).sockets.map(({ path }) => toPattern(path));
    const path = readPath(request, { env });
    if (!paths.some((pattern) => pattern.test(path))) {
      tellStage('routing', 'answered');
      return refuse();
    }
    return Promise.resolve(fetch(request, env, ...rest)).then((reply) =>
      reply.status >= 400 && reply.status < 500 ? refuse() : reply,
    );
  };
}

function refuse(): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return new Response(null, { status: 403, headers });
}
