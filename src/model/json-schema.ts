import type { JsonSchema } from './contract.ts';
import type { Json } from './exchange.ts';

type SchemaObject = { [keyword: string]: Json };

const oneSchema = new Set([
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
]);
const schemaLists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const schemaMaps = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);

/** Changes one schema, not those in it. Seen before its `$ref` is followed. */
export type RewriteSchema = (schema: SchemaObject) => SchemaObject;

export class UnreadableSchema extends Error {
  override name = 'UnreadableSchema';
}

/**
 * A schema of an OpenAPI document taken out of it: what it refers to comes along in `$defs`. Throws `UnreadableSchema`
 * when a reference leads out of the document or nowhere, and when the whole has more than `maxNodes` schemas.
 */
export function detachSchema(
  document: Json,
  schema: Json,
  rewrite: RewriteSchema = (same) => same,
  maxNodes = 5000,
): JsonSchema {
  const names = new Map<string, string>();
  const definitions: SchemaObject = {};
  let count = 0;

  const visit = (value: Json): JsonSchema => {
    count += 1;
    if (count > maxNodes) throw new UnreadableSchema('The schema is too large.');
    if (typeof value === 'boolean') return value;
    if (!isObject(value)) throw new UnreadableSchema('A schema is an object.');
    const rewritten = rewrite(value);
    const entries = Object.entries(rewritten).map(([keyword, content]): [string, Json] => {
      if (keyword === '$ref') return [keyword, define(content)];
      return [keyword, visitKeyword(keyword, content)];
    });
    return Object.fromEntries(entries);
  };
  const visitKeyword = (keyword: string, content: Json): Json => {
    if (oneSchema.has(keyword) && !Array.isArray(content)) return visit(content);
    if (schemaLists.has(keyword) && Array.isArray(content)) return content.map(visit);
    if (schemaMaps.has(keyword) && isObject(content)) {
      return Object.fromEntries(Object.entries(content).map(([name, one]) => [name, visit(one)]));
    }
    return content;
  };
  const define = (reference: Json): string => {
    if (typeof reference !== 'string') throw new UnreadableSchema('A $ref is text.');
    const known = names.get(reference);
    if (known !== undefined) return `#/$defs/${known}`;
    const name = `s${names.size}`;
    names.set(reference, name);
    const target = resolvePointer(document, reference);
    if (target === undefined) {
      throw new UnreadableSchema(`The document has nothing at ${reference}.`);
    }
    definitions[name] = visit(target);
    return `#/$defs/${name}`;
  };

  const detached = visit(schema);
  if (names.size === 0 || typeof detached === 'boolean') return detached;
  return { $ref: '#/$defs/root', $defs: { ...definitions, root: detached } };
}

/** What a reference such as `#/components/schemas/Input` leads to; undefined when it leads nowhere. */
export function resolvePointer(document: Json, reference: string): Json | undefined {
  if (reference === '#') return document;
  if (!reference.startsWith('#/')) return undefined;
  let target: Json | undefined = document;
  for (const name of reference.slice(2).split('/').map(unescapeName)) {
    if (typeof target !== 'object' || target === null) return undefined;
    target = Object.getOwnPropertyDescriptor(target, name)?.value;
  }
  return target;
}

/** In a URI fragment a name may be percent-encoded; a % that encodes nothing stands for itself. */
function unescapeName(name: string): string {
  const decoded = /%(?![0-9a-f]{2})/i.test(name) ? name : decodeURIComponent(name);
  return decoded.replaceAll('~1', '/').replaceAll('~0', '~');
}

export function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
