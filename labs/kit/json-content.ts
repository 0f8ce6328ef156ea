import type { z } from '@hono/zod-openapi';

/** A required JSON body in a `createRoute` definition. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { content: { 'application/json': { schema } }, required: true };
}

/** A documented JSON response: only what the schema names is sent, as with FastAPI's `response_model`. */
export function jsonResponse<Schema extends z.ZodType>(schema: Schema) {
  return { description: 'Successful Response', content: { 'application/json': { schema } } };
}

/** Responses of a route whose reply is not documented further, as FastAPI has them without a `response_model`. */
export const ok = { 200: { description: 'Successful Response' } };
