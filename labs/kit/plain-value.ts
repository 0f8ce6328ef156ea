import { z } from '@hono/zod-openapi';
import { laxDocument } from './lax.ts';

/** Whether a value is already what its schema would make of it, so that nothing has to be converted or filled in. */
export type PlainCheck = (value: unknown) => boolean;

/**
 * A check for what most values are: of the right types, inside the bounds, every field there. It takes a tenth of the time
 * that parsing takes. Undefined where a schema has more to say than it knows; a value that it refuses may still fit.
 */
export function plainCheckFor(
  schema: z.ZodType,
  { allowsExtra }: { allowsExtra: boolean },
): PlainCheck | undefined {
  const inner = (one: unknown) =>
    one instanceof z.ZodType ? plainCheckFor(one, { allowsExtra }) : undefined;
  if (schema instanceof z.ZodDefault) return inner(schema.unwrap());
  if ((schema.def.checks ?? []).length > 0) return undefined;
  if (schema instanceof z.ZodNullable) {
    const check = inner(schema.unwrap());
    return check && ((value) => value === null || check(value));
  }
  if (schema instanceof z.ZodObject) return objectCheck(schema, inner, allowsExtra);
  if (schema instanceof z.ZodArray) {
    const check = inner(schema.element);
    return check && ((value) => Array.isArray(value) && value.every(check));
  }
  if (schema instanceof z.ZodEnum) {
    const options = new Set<unknown>(schema.options);
    return (value) => options.has(value);
  }
  if (schema instanceof z.ZodString && !('format' in schema.def)) {
    return (value) => typeof value === 'string';
  }
  return laxCheck(schema);
}

function objectCheck(
  schema: z.ZodObject,
  inner: (one: unknown) => PlainCheck | undefined,
  allowsExtra: boolean,
): PlainCheck | undefined {
  if (schema.def.catchall !== undefined && allowsExtra) return undefined;
  const checks: [string, PlainCheck][] = [];
  for (const [key, field] of Object.entries(schema.shape)) {
    const check = inner(field);
    if (check === undefined) return undefined;
    checks.push([key, check]);
  }
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    if (value instanceof Map) return false;
    const fields: Record<string, unknown> = Object(value);
    for (const [key, check] of checks) if (!check(fields[key])) return false;
    return allowsExtra || hasOnly(fields, checks);
  };
}

/** Whether an object has these keys and no others, in this order, which is the one that parsing would give them. */
function hasOnly(fields: object, checks: [string, PlainCheck][]): boolean {
  let count = 0;
  for (const key in fields) {
    if (checks[count]?.[0] !== key) return false;
    count += 1;
  }
  return count === checks.length;
}

/** Of the kit's own numbers and booleans their documents say all there is to say. */
function laxCheck(schema: z.ZodType): PlainCheck | undefined {
  const { type, format, ...bounds } = laxDocument(schema) ?? {};
  if (format !== undefined) return undefined;
  if (type === 'boolean') return (value) => typeof value === 'boolean';
  if (type !== 'integer' && type !== 'number') return undefined;
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum, ...others } = bounds;
  if (Object.keys(others).length > 0) return undefined;
  const [ge, gt] = [Number(minimum ?? -Infinity), Number(exclusiveMinimum ?? -Infinity)];
  const [le, lt] = [Number(maximum ?? Infinity), Number(exclusiveMaximum ?? Infinity)];
  const isOfKind = type === 'integer' ? Number.isSafeInteger : Number.isFinite;
  return (value) =>
    typeof value === 'number' &&
    isOfKind(value) &&
    value >= ge &&
    value > gt &&
    value <= le &&
    value < lt;
}
