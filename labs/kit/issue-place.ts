import { z } from '@hono/zod-openapi';
import { findValue, type PythonValue } from './python-value.ts';
import { findMember } from './tagged-union.ts';

/** Where something is wrong, as Pydantic says it. */
export type IssuePlace = {
  /** Keys and indexes, and between them the member of a union that was tried. */
  loc: (string | number)[];
  /** Keys and indexes alone. */
  path: PropertyKey[];
  /** What the value there should be; undefined where it is not known. */
  schema: z.ZodType | undefined;
};

/**
 * Follows the path of Zod's issue through the value and its schema. A symbol in the path stands for a member of a union:
 * a step that is none in the value.
 */
export function placeIssue(
  zodPath: readonly PropertyKey[],
  sent: PythonValue,
  root: z.ZodType | undefined,
): IssuePlace {
  const loc: IssuePlace['loc'] = [];
  const path: PropertyKey[] = [];
  let schema = enterMember(root, sent, loc);
  for (const step of zodPath) {
    if (typeof step === 'symbol') {
      loc.push(step.description ?? '');
      schema = undefined;
      continue;
    }
    loc.push(step);
    path.push(step);
    schema = enterMember(childOf(schema, step), findValue(sent, path), loc);
  }
  return { loc, path, schema };
}

/** The schema itself, or of a discriminated union the member that the value names, whose tag is a step in `loc`. */
function enterMember(
  wrapped: z.ZodType | undefined,
  value: PythonValue | undefined,
  loc: IssuePlace['loc'],
): z.ZodType | undefined {
  const schema = unwrap(wrapped);
  if (!(schema instanceof z.ZodDiscriminatedUnion) || !(value instanceof Map)) return schema;
  const tag = value.get(schema.def.discriminator);
  const member = findMember(schema, tag);
  if (member === undefined) return schema;
  loc.push(String(tag));
  return member;
}

function childOf(schema: z.ZodType | undefined, step: string | number): z.ZodType | undefined {
  let child: unknown;
  if (schema instanceof z.ZodObject) child = schema.shape[step];
  if (schema instanceof z.ZodArray) child = schema.element;
  if (schema instanceof z.ZodRecord) child = schema.valueType;
  return child instanceof z.ZodType ? child : undefined;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  const isWrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault;
  if (!isWrapped) return schema;
  const inner = schema.unwrap();
  return inner instanceof z.ZodType ? unwrap(inner) : undefined;
}
