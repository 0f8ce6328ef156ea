import type { JsonSchema } from '../../model/contract.ts';
import type { Json } from '../../model/exchange.ts';
import { isObject, resolvePointer } from '../../model/json-schema.ts';

const maxDepth = 6;

const typeNames: Record<string, [one: string, many: string]> = {
  number: ['a number', 'numbers'],
  integer: ['a whole number', 'whole numbers'],
  string: ['text', 'texts'],
  boolean: ['true or false', 'booleans'],
  null: ['null', 'nulls'],
  object: ['an object', 'objects'],
  array: ['a list', 'lists'],
};

/** What a schema asks for in a few words, as in `a list of numbers`. `root` is where its references lead. */
export function describeSchema(root: JsonSchema, schema: Json, depth = 0): string {
  if (!isObject(schema) || depth > maxDepth) return 'something else';
  if (typeof schema.$ref === 'string') {
    return describeSchema(root, resolvePointer(root, schema.$ref) ?? null, depth + 1);
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return joinChoices(schema.enum.map((one) => JSON.stringify(one)));
  const choices = [schema.anyOf, schema.oneOf].find(Array.isArray);
  if (choices !== undefined) {
    return joinChoices(choices.map((choice) => describeSchema(root, choice, depth + 1)));
  }
  const types = [schema.type ?? []].flat().filter((type) => typeof type === 'string');
  if (types.length === 0 && Array.isArray(schema.allOf)) {
    return describeSchema(root, schema.allOf[0] ?? null, depth + 1);
  }
  if (types.length === 0) return 'something else';
  return joinChoices(types.map((type) => describeType(root, schema, type, depth)));
}

function describeType(
  root: JsonSchema,
  schema: { [keyword: string]: Json },
  type: string,
  depth: number,
): string {
  const [one] = typeNames[type] ?? [type];
  if (type !== 'array' || !isObject(schema.items)) return one;
  const inner = typeof schema.items.$ref === 'string' ? schema.items.$ref : undefined;
  const items = inner === undefined ? schema.items : resolvePointer(root, inner);
  const itemType = isObject(items) && depth < maxDepth ? items.type : undefined;
  const [, many] = typeof itemType === 'string' ? (typeNames[itemType] ?? []) : [];
  return many === undefined ? one : `a list of ${many}`;
}

/** What came in a few words, as in `text`. */
export function nameValue(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'boolean') return String(value);
  const [one = typeof value] = typeNames[typeof value] ?? [];
  return one;
}

export function joinChoices(choices: string[]): string {
  const different = [...new Set(choices)];
  const last = different.at(-1) ?? '';
  return different.length < 2 ? last : `${different.slice(0, -1).join(', ')} or ${last}`;
}
