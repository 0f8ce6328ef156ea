import type { z } from '@hono/zod-openapi';

type Examples = Record<string, { summary?: string; description?: string; value: unknown }>;

/** A required JSON body in a `createRoute` definition; `examples` is FastAPI's `openapi_examples`. */
export function jsonBody<Schema extends z.ZodType>(
  schema: Schema,
  words: { examples?: Examples } = {},
) {
  return { content: { 'application/json': { schema, ...words } }, required: true };
}

/**
 * A documented JSON response: only what the schema names is sent, as with FastAPI's `response_model`. With
 * `excludeUnset` a body that is sent back comes without the defaults that were filled in.
 */
export function jsonResponse<Schema extends z.ZodType>(
  schema: Schema,
  { excludeUnset = false }: { excludeUnset?: boolean } = {},
) {
  const content = { 'application/json': { schema } };
  if (excludeUnset) withoutDefaults.add(content);
  return { description: 'Successful Response', content };
}

const withoutDefaults = new WeakSet<object>();

/** Whether a response's content was made with `excludeUnset`. */
export function excludesUnset(content: object): boolean {
  return withoutDefaults.has(content);
}

/** What of a value was there before defaults were filled in. */
export function keepSent(value: unknown, sent: unknown): unknown {
  if (Array.isArray(value)) {
    return Array.isArray(sent) ? value.map((item, index) => keepSent(item, sent[index])) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (typeof sent !== 'object' || sent === null) return value;
  const wasSent = new Map(Object.entries(sent));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => wasSent.has(key))
      .map(([key, entry]) => [key, keepSent(entry, wasSent.get(key))]),
  );
}

/** Responses of a route whose reply is not documented further, as FastAPI has them without a `response_model`. */
export const ok = { 200: { description: 'Successful Response' } };
