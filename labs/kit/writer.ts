import { z } from '@hono/zod-openapi';
import { isFloat } from './float.ts';
import { listMembers } from './tagged-union.ts';
import { type FloatStyle, writeFloat, writePythonJson } from './write-python-json.ts';

/** Writes a value as JSON the way its schema says: a float keeps its point even when it is whole. */
export type Writer = (value: unknown, style: FloatStyle) => string;

/** The writer for values of a schema. Fields that the schema does not know are left out. */
export function writerFor(schema: z.ZodType): Writer {
  if (isFloat(schema) || (schema instanceof z.ZodNumber && !schema.isInt)) return writeNumber;
  if (schema instanceof z.ZodObject) return objectWriter(schema);
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodType) {
    const writeItem = writerFor(schema.element);
    return (value, style) =>
      Array.isArray(value)
        ? `[${value.map((item) => writeItem(item, style)).join(',')}]`
        : writePythonJson(value, style);
  }
  if (schema instanceof z.ZodDiscriminatedUnion) return memberWriter(schema);
  if (schema instanceof z.ZodRecord && schema.valueType instanceof z.ZodType) {
    return entriesWriter(writerFor(schema.valueType));
  }
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    const inner = schema.unwrap();
    return inner instanceof z.ZodType ? writerFor(inner) : writePythonJson;
  }
  return writePythonJson;
}

function writeNumber(value: unknown, style: FloatStyle): string {
  return typeof value === 'number' ? writeFloat(value, style) : writePythonJson(value, style);
}

/** Writes an object as the member of a union that its tag names. */
function memberWriter(union: z.ZodDiscriminatedUnion): Writer {
  const writers = new Map(
    listMembers(union).flatMap(({ tags, member }) => {
      const write = writerFor(member);
      return tags.map((tag) => [tag, write] as const);
    }),
  );
  return (value, style) => {
    const tag = Object(value)[union.def.discriminator];
    return (writers.get(tag) ?? writePythonJson)(value, style);
  };
}

/** Writes an object of any keys, each value in the same way. */
function entriesWriter(write: Writer): Writer {
  return (value, style) => {
    // A map has Python's detail already.
    if (typeof value !== 'object' || value === null || value instanceof Map) {
      return writePythonJson(value, style);
    }
    const parts = Object.entries(value).map(
      ([key, entry]) => `${writePythonJson(key)}:${write(entry, style)}`,
    );
    return `{${parts.join(',')}}`;
  };
}

function objectWriter(schema: z.ZodObject): Writer {
  const fields = Object.entries(schema.shape).map(([key, field]) => ({
    key,
    prefix: `${JSON.stringify(key)}:`,
    write: field instanceof z.ZodType ? writerFor(field) : writePythonJson,
  }));
  return (value, style) => {
    if (typeof value !== 'object' || value === null) return writePythonJson(value, style);
    const entries: Record<string, unknown> = Object(value);
    let text = '';
    for (const { key, prefix, write } of fields) {
      const entry = Object.hasOwn(entries, key) ? entries[key] : undefined;
      if (entry === undefined) continue;
      text += `${text === '' ? '' : ','}${prefix}${write(entry, style)}`;
    }
    return `{${text}}`;
  };
}
