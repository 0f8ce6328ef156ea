import type { Context, MiddlewareHandler } from 'hono';
import { addVary, withReplyHeaders } from './reply-headers.ts';
import { named } from './trace-routes.ts';

export type CorsOptions = {
  allowOrigins: string[];
  allowMethods: string[];
  allowHeaders: string[];
  exposeHeaders: string[];
  allowCredentials: boolean;
  maxAgeSeconds: number;
};

const safeHeaders = ['Accept', 'Accept-Language', 'Content-Language', 'Content-Type'];
const preflightVary = [
  'Origin',
  'Access-Control-Request-Method',
  'Access-Control-Request-Headers',
  'Access-Control-Request-Private-Network',
].join(', ');

/** Cross-origin rules as Starlette's CORSMiddleware applies them, for a list of origins. */
export function cors(options: CorsOptions): MiddlewareHandler {
  const credentials: Record<string, string> = options.allowCredentials
    ? { 'access-control-allow-credentials': 'true' }
    : {};
  const everyReply = {
    ...credentials,
    'access-control-expose-headers': options.exposeHeaders.join(', '),
  };
  const allowHeaders = [...new Set([...safeHeaders, ...options.allowHeaders])].sort();
  const everyPreflight = {
    vary: preflightVary,
    'access-control-allow-methods': options.allowMethods.join(', '),
    'access-control-max-age': String(options.maxAgeSeconds),
    'access-control-allow-headers': allowHeaders.join(', '),
    ...credentials,
    'content-type': 'text/plain; charset=utf-8',
  };
  const allowedHeaders = new Set(allowHeaders.map((name) => name.toLowerCase()));

  const addHeaders = withReplyHeaders((headers, c) => {
    addVary(headers, 'Origin');
    const origin = c.req.header('origin');
    if (origin === undefined) return;
    Object.assign(headers, everyReply);
    if (options.allowOrigins.includes(origin)) headers['access-control-allow-origin'] = origin;
  });

  return named('CORS', (c, next) =>
    isPreflight(c) ? Promise.resolve(answerPreflight(c)) : addHeaders(c, next),
  );

  function answerPreflight(c: Context): Response {
    const origin = c.req.header('origin') ?? '';
    const isAllowed = options.allowOrigins.includes(origin);
    const failures = [
      !isAllowed && 'origin',
      !options.allowMethods.includes(c.req.header('access-control-request-method') ?? '') &&
        'method',
      !areAllowed(c.req.header('access-control-request-headers')) && 'headers',
      c.req.header('access-control-request-private-network') !== undefined && 'private-network',
    ].filter((failure) => failure !== false);
    const isOk = failures.length === 0;
    return new Response(isOk ? 'OK' : `Disallowed CORS ${failures.join(', ')}`, {
      status: isOk ? 200 : 400,
      headers: isAllowed
        ? { ...everyPreflight, 'access-control-allow-origin': origin }
        : everyPreflight,
    });
  }

  function areAllowed(requested: string | undefined): boolean {
    if (requested === undefined) return true;
    return requested.split(',').every((name) => allowedHeaders.has(name.trim().toLowerCase()));
  }
}

function isPreflight(c: Context): boolean {
  return (
    c.req.method === 'OPTIONS' &&
    c.req.header('origin') !== undefined &&
    c.req.header('access-control-request-method') !== undefined
  );
}
