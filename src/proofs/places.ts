import type { JsonSchema } from '../model/contract.ts';
import type { Json } from '../model/exchange.ts';
import { isObject, resolvePointer } from '../model/json-schema.ts';
import type { Place } from './reply-change.ts';

const maxDepth = 4;

/** A place that occurs in recorded bodies, with all that stood there. */
export type SeenPlace = { place: Place; values: Json[] };

/** Every place in the bodies, entries of lists taken together. The first is the body itself. */
export function listPlaces(bodies: Json[]): SeenPlace[] {
  const seen = new Map<string, SeenPlace>();
  const visit = (value: Json, place: Place): void => {
    const key = JSON.stringify(place);
    const known = seen.get(key) ?? { place, values: [] };
    known.values.push(value);
    seen.set(key, known);
    if (place.length >= maxDepth) return;
    if (Array.isArray(value)) for (const entry of value) visit(entry, [...place, '[]']);
    else if (isObject(value)) {
      for (const [name, inner] of Object.entries(value)) visit(inner, [...place, name]);
    }
  };
  for (const body of bodies) visit(body, []);
  return [...seen.values()];
}

type Named = { isNamed: boolean; isClosed: boolean };

/** Whether a schema names a place, and whether it forbids further fields there. What it does not name is free. */
export function findInSchema(root: JsonSchema, place: Place): Named {
  let schemas = branchesOf(root, root);
  for (const step of place) {
    schemas = schemas.flatMap((schema) => {
      const inner =
        step === '[]'
          ? [schema.items, ...(Array.isArray(schema.prefixItems) ? schema.prefixItems : [])]
          : [isObject(schema.properties) ? schema.properties[step] : undefined];
      return inner.flatMap((one) => (one === undefined ? [] : branchesOf(root, one)));
    });
    if (schemas.length === 0) return { isNamed: false, isClosed: false };
  }
  const isClosed = schemas.some(({ additionalProperties }) => additionalProperties === false);
  return { isNamed: true, isClosed };
}

/** A schema with those it is made of; `true` counts as one that says nothing more. */
function branchesOf(root: JsonSchema, schema: Json, depth = 0): { [keyword: string]: Json }[] {
  if (schema === true) return [{}];
  if (!isObject(schema) || depth > 8) return [];
  const parts = [
    typeof schema.$ref === 'string' && typeof root === 'object'
      ? resolvePointer(root, schema.$ref)
      : undefined,
    schema.then,
    ...['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => {
      const list = schema[keyword];
      return Array.isArray(list) ? list : [];
    }),
  ];
  return [
    schema,
    ...parts.flatMap((part) => (part === undefined ? [] : branchesOf(root, part, depth + 1))),
  ];
}
