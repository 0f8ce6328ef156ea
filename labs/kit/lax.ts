import { z } from '@hono/zod-openapi';
import { PythonFloat } from './python-value.ts';

/** What an issue raised by the kit's own schemas carries for the 422 list. */
export type IssueParams = { type: string; msg: string; ctx?: Record<string, unknown> };

/** Bounds as Pydantic's `Field` names them. */
export type Bounds = { ge?: number; gt?: number; le?: number; lt?: number };

/** A value that was understood, or what is wrong with it. */
export type Reading<Value> = { value: Value } | { problem: IssueParams };

/** A schema that reads what Pydantic's lax mode would read; `input` tells one kind of them from another. */
export function laxSchema<Value>(
  input: z.ZodUnknown,
  read: (value: unknown) => Reading<Value>,
  document: Record<string, unknown>,
) {
  const schema = input.transform((value, context): Value => {
    const reading = read(value);
    if ('value' in reading) return reading.value;
    context.issues.push({ code: 'custom', input: value, params: reading.problem });
    return z.NEVER;
  });
  addDocument(schema, document);
  return schema;
}

const documents = new WeakMap<object, Record<string, unknown>>();

/** Says what a schema that only has a transform is in JSON Schema. */
export function addDocument(schema: z.ZodPipe, document: Record<string, unknown>): void {
  documents.set(schema.def.out, document);
}

/** The JSON Schema of a schema that `laxSchema` or another part of the kit made; undefined for others. */
export function laxDocument(schema: z.ZodType): Record<string, unknown> | undefined {
  return schema instanceof z.ZodPipe ? documents.get(schema.def.out) : undefined;
}

/** A schema for numbers of one kind: what `read` understands has to be inside the bounds. */
export function laxNumber(
  input: z.ZodUnknown,
  kind: 'int' | 'float',
  read: (value: unknown) => Reading<number>,
  bounds: Bounds,
) {
  return laxSchema(
    input,
    (value) => {
      const reading = read(value);
      const problem = 'value' in reading ? findBroken(reading.value, bounds, kind) : undefined;
      return problem === undefined ? reading : { problem };
    },
    { type: kind === 'int' ? 'integer' : 'number', ...documentBounds(bounds) },
  );
}

/** The bounds in JSON Schema's words. */
function documentBounds({ ge, gt, le, lt }: Bounds): Record<string, number> {
  return {
    ...(ge === undefined ? {} : { minimum: ge }),
    ...(gt === undefined ? {} : { exclusiveMinimum: gt }),
    ...(le === undefined ? {} : { maximum: le }),
    ...(lt === undefined ? {} : { exclusiveMaximum: lt }),
  };
}

const rules = [
  ['le', 'less_than_equal', 'less than or equal to', (value: number, le: number) => value <= le],
  ['lt', 'less_than', 'less than', (value: number, lt: number) => value < lt],
  [
    'ge',
    'greater_than_equal',
    'greater than or equal to',
    (value: number, ge: number) => value >= ge,
  ],
  ['gt', 'greater_than', 'greater than', (value: number, gt: number) => value > gt],
] as const;

/** The first bound that a number breaks, in Pydantic's order; undefined when it is inside all of them. */
function findBroken(value: number, bounds: Bounds, kind: 'int' | 'float'): IssueParams | undefined {
  for (const [name, type, words, holds] of rules) {
    const bound = bounds[name];
    if (bound === undefined || holds(value, bound)) continue;
    // Of a float field the bound itself is a float: `0.0` in `ctx`, though `0` in the message.
    const ctx = { [name]: kind === 'float' ? new PythonFloat(bound) : bound };
    return { type, msg: `Input should be ${words} ${bound}`, ctx };
  }
  return undefined;
}

const outerSpace = /^\p{White_Space}+|\p{White_Space}+$/gu;

/** A number's text by Pydantic's rules: outer space and single underscores inside are dropped; undefined for others. */
export function cleanNumber(text: string): string | undefined {
  const trimmed = text.replace(outerSpace, '');
  if (trimmed.startsWith('_') || trimmed.endsWith('_') || trimmed.includes('__')) return undefined;
  return trimmed.replaceAll('_', '');
}
