import { z } from '@hono/zod-openapi';
import type { IssueParams } from './lax.ts';
import type { PythonValue } from './python-value.ts';
import { writePythonText } from './write-python-text.ts';

/** A member of `z.discriminatedUnion`, with the values of its tag. */
export type TaggedMember = { tags: string[]; member: z.ZodObject };

/** The members of a discriminated union, which are objects whose tag is a literal. */
export function listMembers(union: z.ZodDiscriminatedUnion): TaggedMember[] {
  return union.options.map((member) => {
    const tag: unknown =
      member instanceof z.ZodObject ? member.shape[union.def.discriminator] : undefined;
    if (!(member instanceof z.ZodObject) || !(tag instanceof z.ZodLiteral)) {
      throw new Error('A member of a discriminated union is an object whose tag is a literal.');
    }
    return { tags: [...tag.values].map(String), member };
  });
}

/** The member of a discriminated union that a value names; undefined when there is none. */
export function findMember(union: z.ZodDiscriminatedUnion, tag: unknown): z.ZodObject | undefined {
  if (typeof tag !== 'string') return undefined;
  return listMembers(union).find(({ tags }) => tags.includes(tag))?.member;
}

/** A discriminated union as Pydantic documents it; `describe` gives the `$ref` of a member. */
export function describeTagged(
  union: z.ZodDiscriminatedUnion,
  describe: (member: z.ZodType) => Record<string, unknown>,
): Record<string, unknown> {
  const described = listMembers(union).map(({ tags, member }) => ({ tags, ref: describe(member) }));
  const mapping = described.flatMap(({ tags, ref }) => tags.map((tag) => [tag, ref.$ref]));
  return {
    oneOf: described.map(({ ref }) => ref),
    discriminator: {
      propertyName: union.def.discriminator,
      mapping: Object.fromEntries(mapping),
    },
  };
}

/** What Pydantic says of an object that names no member of a union. */
export function wordTag(
  discriminator: string,
  options: readonly unknown[],
  sent: Map<string, PythonValue>,
): IssueParams {
  const name = `'${discriminator}'`;
  const tag = sent.get(discriminator);
  if (tag === undefined) {
    return {
      type: 'union_tag_not_found',
      msg: `Unable to extract tag using discriminator ${name}`,
      ctx: { discriminator: name },
    };
  }
  const text = writePythonText(tag);
  const expected = options.map((option) => `'${String(option)}'`).join(', ');
  return {
    type: 'union_tag_invalid',
    msg: `Input tag '${text}' found using ${name} does not match any of the expected tags: ${expected}`,
    ctx: { discriminator: name, tag: text, expected_tags: expected },
  };
}
