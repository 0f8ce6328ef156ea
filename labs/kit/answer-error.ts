import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { HTTPError } from './http-error.ts';
import { detailReply } from './replies.ts';
import { withPendingHeaders } from './reply-headers.ts';

/**
 * What a lab answers to an error, for an `app.onError` that knows more of them: an HTTPException in FastAPI's form. All
 * others are thrown on, through all middleware, and end as a crash.
 */
export function answerError(error: Error, c: Context): Response {
  if (!(error instanceof HTTPException)) throw error;
  // One that brings its own reply, as one with an exception handler does in FastAPI.
  if (error.res !== undefined) return withPendingHeaders(c, error.res);
  const headers = error instanceof HTTPError ? error.headers : {};
  return detailReply(c, error.status, error.message, headers);
}

/**
 * A fetch function that answers 500 where `fetch` throws. As in Starlette this is done outside of all middleware, so
 * none of them sees the reply; in Hono alone an error is answered inside, and they do.
 */
export function answerCrashes<Rest extends unknown[]>(
  fetch: (request: Request, ...rest: Rest) => Response | Promise<Response>,
): typeof fetch {
  return (request, ...rest) => {
    const answer = (error: unknown) => answerCrash(request, error);
    try {
      const reply = fetch(request, ...rest);
      return reply instanceof Promise ? reply.catch(answer) : reply;
    } catch (error) {
      return answer(error);
    }
  };
}

function answerCrash(request: Request, error: unknown): Response {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`${request.method} ${new URL(request.url).pathname} failed: ${reason}`);
  return new Response('Internal Server Error', {
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
