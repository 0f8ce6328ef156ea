import type { z } from '@hono/zod-openapi';
import type { PythonValue } from './python-value.ts';
import { toValidationErrors } from './validation-errors.ts';

/** Why a value is no instance of a response model, for the server's log: one line, in Pydantic's words. */
export function describeMisfit(value: unknown, error: z.ZodError, schema: z.ZodType): string {
  const errors = toValidationErrors(error.issues, toMaps(value), 'body', false, schema);
  return errors
    .map(
      ({ loc: [, ...steps], msg, type }) => `${['response', ...steps].join('.')}: ${msg} (${type})`,
    )
    .join('; ');
}

/** Objects as maps, as a body comes; of what JSON does not have, its text. */
function toMaps(value: unknown): PythonValue {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(toMaps);
  if (value instanceof Map) return value;
  if (typeof value === 'object') {
    return new Map(Object.entries(value).map(([key, entry]) => [key, toMaps(entry)]));
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
