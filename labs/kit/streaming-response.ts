import type { Context } from 'hono';
import { takeReplyHeaders } from './reply-headers.ts';

export type StreamingOptions = { mediaType: string; headers?: Record<string, string> };

const encoder = new TextEncoder();

/**
 * FastAPI's StreamingResponse: each text is sent as soon as it is yielded, and the next one is asked for when the reader
 * has room. When the client hangs up, the generator is told to return, as soon as what it waits for is there.
 */
export function streamingResponse(
  c: Context,
  content: AsyncIterable<string>,
  { mediaType, headers }: StreamingOptions,
): Response {
  const iterator = content[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await iterator.next();
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: async () => {
        await iterator.return?.();
      },
    },
    // Nothing is asked for ahead.
    { highWaterMark: 0 },
  );
  // Starlette names the charset of every text.
  const charset = mediaType.startsWith('text/') ? '; charset=utf-8' : '';
  return new Response(body, {
    headers: { ...takeReplyHeaders(c), 'content-type': mediaType + charset, ...headers },
  });
}

/** Server-sent events. Neither the browser nor a proxy on the way may keep them back. */
export const eventStreamOptions: StreamingOptions = {
  mediaType: 'text/event-stream',
  headers: { 'cache-control': 'no-cache', 'x-accel-buffering': 'no' },
};
