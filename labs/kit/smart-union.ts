import { z } from '@hono/zod-openapi';
import { addDocument, laxDocument } from './lax.ts';

const anyInput = z.unknown();

/**
 * A union as Pydantic takes it by default: the member that fits the value as it is, or else the first that can convert
 * it. `z.union` takes the first that says yes. For members that are `int()`, `bool()` or `z.string()`, without bounds.
 */
export function smartUnion<Member extends z.ZodType>(members: Member[]) {
  const named = members.map((member) => ({ member, tag: Symbol(nameOf(member)) }));
  const schema = anyInput.transform((value, { issues }): z.output<Member> => {
    const results = named.map(({ member, tag }) => ({ tag, result: member.safeParse(value) }));
    const fitting = results.flatMap(({ result }) => (result.success ? [result.data] : []));
    const [first] = fitting;
    if (first !== undefined) return fitting.find((data) => Object.is(data, value)) ?? first;
    // What is not there is missing once, not once for each member.
    if (value === undefined) issues.push({ code: 'custom', input: value });
    else issues.push(...results.flatMap(({ tag, result }) => tagIssues(tag, result.error, value)));
    return z.NEVER;
  });
  addDocument(schema, { anyOf: members.map(describeScalar) });
  return schema;
}

/** The issues of a member, with a step in their path that stands for it. */
function tagIssues(tag: symbol, error: z.ZodError | undefined, input: unknown) {
  return (error?.issues ?? []).flatMap((issue): z.core.$ZodRawIssue[] => {
    const path = [tag, ...issue.path];
    if (issue.code === 'custom') return [{ code: 'custom', input, path, params: issue.params }];
    if (issue.code !== 'invalid_type') return [];
    return [{ code: 'invalid_type', input, path, expected: issue.expected }];
  });
}

/** What Pydantic calls a member in the `loc` of an error. */
const names = new Map([
  ['integer', 'int'],
  ['boolean', 'bool'],
  ['string', 'str'],
]);

function nameOf(member: z.ZodType): string {
  const { type, ...rest } = describeScalar(member);
  const name = names.get(String(type));
  if (name !== undefined && Object.keys(rest).length === 0) return name;
  throw new Error('A smart union is of int(), bool() and z.string(), without bounds.');
}

function describeScalar(member: z.ZodType): Record<string, unknown> {
  return laxDocument(member) ?? (member instanceof z.ZodString ? describeText(member) : {});
}

function describeText(member: z.ZodString) {
  const { $schema: _, ...document } = z.toJSONSchema(member);
  return document;
}
