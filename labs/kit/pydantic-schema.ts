import { getOpenApiMetadata, getRefId } from '@asteasolutions/zod-to-openapi';
import { z } from '@hono/zod-openapi';
import { laxDocument } from './lax.ts';
import { describeTagged } from './tagged-union.ts';

export type JsonSchema = { [keyword: string]: unknown };

/** Takes the schemas that have names, each under its own. */
export type AddNamed = (name: string, schema: JsonSchema) => void;

/**
 * A schema as Pydantic would write it down: titles from the names of fields, `anyOf` with null for what may be null,
 * defaults other than null, and `$ref` for what has a name of its own.
 */
export function describeSchema(schema: z.ZodType, addNamed: AddNamed, title?: string): JsonSchema {
  const described = describePlain(schema, addNamed, title);
  // The words about a named schema belong to the one place where it stands.
  return getRefId(schema) === undefined ? { ...described, ...readWords(schema) } : described;
}

function describePlain(schema: z.ZodType, addNamed: AddNamed, title?: string): JsonSchema {
  if (schema instanceof z.ZodDefault) {
    const described = describeSchema(unwrap(schema), addNamed, title);
    const initial: unknown = schema.def.defaultValue;
    return initial === null ? described : { ...described, default: initial };
  }
  if (schema instanceof z.ZodOptional) return describeSchema(unwrap(schema), addNamed, title);
  const own = title ?? readTitle(schema);
  const titled = own === undefined ? {} : { title: own };
  if (schema instanceof z.ZodNullable) {
    const inner = unwrap(schema);
    const isNamed = getRefId(inner) !== undefined;
    const described = describeSchema(inner, addNamed);
    const members = Array.isArray(described.anyOf) ? described.anyOf : [described];
    return {
      anyOf: [...members, { type: 'null' }],
      // A field that is a model or null goes by the model's name.
      ...(isNamed && title !== undefined ? {} : titled),
    };
  }
  const name = getRefId(schema);
  if (name === undefined) return { ...describeUnnamed(schema, addNamed), ...titled };
  addNamed(name, { ...describeUnnamed(schema, addNamed), title: name, ...readWords(schema) });
  return { $ref: `#/components/schemas/${name}` };
}

function describeUnnamed(schema: z.ZodType, addNamed: AddNamed): JsonSchema {
  const lax = laxDocument(schema);
  if (lax !== undefined) return lax;
  if (schema instanceof z.ZodObject) return describeObject(schema, addNamed);
  if (schema instanceof z.ZodArray) {
    const { element, ...limits } = describeLimits(schema);
    return { type: 'array', items: describeSchema(element, addNamed), ...limits };
  }
  if (schema instanceof z.ZodRecord) {
    const values = schema.valueType instanceof z.ZodType ? schema.valueType : z.unknown();
    const isAny = values instanceof z.ZodUnknown || values instanceof z.ZodAny;
    const described = isAny ? true : describeSchema(values, addNamed);
    return { type: 'object', additionalProperties: described };
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return describeTagged(schema, (member) => describeSchema(member, addNamed));
  }
  const { $schema: _, ...leaf } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return leaf;
}

function describeObject(schema: z.ZodObject, addNamed: AddNamed): JsonSchema {
  const fields = Object.entries(schema.shape).flatMap(([name, field]) =>
    field instanceof z.ZodType ? [{ name, field }] : [],
  );
  const required = fields.filter(({ field }) => !isOptional(field)).map(({ name }) => name);
  return {
    properties: Object.fromEntries(
      fields.map(({ name, field }) => [name, describeSchema(field, addNamed, toTitle(name))]),
    ),
    type: 'object',
    ...(required.length === 0 ? {} : { required }),
    ...(schema.def.catchall instanceof z.ZodNever ? { additionalProperties: false } : {}),
  };
}

function describeLimits(schema: z.ZodArray) {
  const { minItems, maxItems } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return {
    element: schema.element instanceof z.ZodType ? schema.element : z.unknown(),
    ...(minItems === undefined ? {} : { minItems }),
    ...(maxItems === undefined ? {} : { maxItems }),
  };
}

/** Whether a field may be left out. */
export function isOptional(schema: z.ZodType): boolean {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional;
}

function unwrap(schema: z.ZodDefault | z.ZodOptional | z.ZodNullable): z.ZodType {
  const inner = schema.unwrap();
  return inner instanceof z.ZodType ? inner : z.unknown();
}

/** A title that the code gives: `.openapi({ title })`. */
function readTitle(schema: z.ZodType): string | undefined {
  return getOpenApiMetadata(schema)?.title;
}

/** What the code says to readers of the docs: `.openapi({ description, examples, deprecated })`. */
function readWords(schema: z.ZodType): JsonSchema {
  const { description, examples, deprecated } = getOpenApiMetadata(schema) ?? {};
  return {
    ...(description === undefined ? {} : { description }),
    ...(Array.isArray(examples) ? { examples } : {}),
    ...(deprecated === true ? { deprecated } : {}),
  };
}

/** As Python's `str.title` writes a name: a capital after everything that is no letter. */
export function toTitle(name: string): string {
  return name
    .replaceAll('_', ' ')
    .toLowerCase()
    .replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
