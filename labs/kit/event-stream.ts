import { z } from '@hono/zod-openapi';
import { eventStreamOptions } from './streaming-response.ts';

const mediaType = 'text/event-stream';

/** A documented stream of server-sent events, as FastAPI's `response_class=EventSourceResponse`. */
export const eventStream = {
  description: 'Successful Response',
  content: { [mediaType]: { schema: z.string() } },
};

/** Each event of a stream, as FastAPI documents it: by OpenAPI 3.2, ahead of the version it names. */
const itemSchema = {
  type: 'object',
  properties: {
    data: { type: 'string' },
    event: { type: 'string' },
    id: { type: 'string' },
    retry: { type: 'integer', minimum: 0 },
  },
};

/** The content of a response that streams events and nothing else; undefined for others. */
export function describeStream(response: object): Record<string, object> | undefined {
  const types = 'content' in response ? Object.keys(Object(response.content)) : [];
  return types.length === 1 && types[0] === mediaType ? { [mediaType]: { itemSchema } } : undefined;
}

/** A reply of Hono's `streamSSE` with the headers that FastAPI gives to a stream: no proxy may hold events back. */
export function asEventStream({ body, status }: Response): Response {
  const headers = { 'content-type': `${mediaType}; charset=utf-8`, ...eventStreamOptions.headers };
  return new Response(body, { status, headers });
}
