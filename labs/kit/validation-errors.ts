import { z } from '@hono/zod-openapi';
import { placeIssue } from './issue-place.ts';
import type { IssueParams } from './lax.ts';
import { findValue, type PythonValue } from './python-value.ts';
import { wordTag } from './tagged-union.ts';

/** One entry of FastAPI's 422 list. */
export type ValidationError = {
  type: string;
  loc: (string | number)[];
  msg: string;
  input: PythonValue | undefined;
  ctx?: Record<string, unknown>;
};

type Wording = { type: string; msg: string; ctx?: Record<string, unknown> };

/** A required value that is not there; `input` is what it should have been part of. */
export function missing(loc: (string | number)[], input: PythonValue): ValidationError {
  return { type: 'missing', loc, msg: 'Field required', input };
}

/** Where the values were sent; of parameters, which come one by one, a missing one is part of nothing. */
export type Place = 'body' | 'path' | 'query' | 'header' | 'cookie';

/**
 * Zod's issues as Pydantic reports them: the first for each value, `input` as it was sent. The schema tells what an
 * issue does not: a literal from an enum, and the member of a union.
 */
export function toValidationErrors(
  issues: readonly z.core.$ZodIssue[],
  sent: PythonValue,
  place: Place = 'body',
  isEachItsOwn = place !== 'body',
  root?: z.ZodType,
): ValidationError[] {
  return firstOfEach(issues).flatMap((issue) => {
    const isTag = issue.code === 'invalid_union' && issue.discriminator !== undefined;
    const zodPath = isTag ? issue.path.slice(0, -1) : issue.path;
    const { loc: steps, path, schema } = placeIssue(zodPath, sent, root);
    const loc = [place, ...steps];
    const input = findValue(sent, path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        type: 'extra_forbidden',
        loc: [...loc, key],
        msg: 'Extra inputs are not permitted',
        input: findValue(sent, [...path, key]),
      }));
    }
    if (input === undefined) {
      const isAlone = isEachItsOwn && path.length === 1;
      return missing(loc, isAlone ? null : (findValue(sent, path.slice(0, -1)) ?? null));
    }
    const { type, msg, ...context } = wordIssue(issue, input, schema);
    return { type, loc, msg, input, ...context };
  });
}

/** Pydantic stops at the first rule that a value breaks; Zod goes on. */
function firstOfEach(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  if (issues.length === 1) return [...issues];
  const seen = new Set<string>();
  return withoutLengths(issues).filter(({ path }) => {
    const name = JSON.stringify(path.map(String));
    const isFirst = !seen.has(name);
    seen.add(name);
    return isFirst;
  });
}

/**
 * Pydantic says nothing of the items of a list that is too long, and asks whether it is too short only when all items
 * fit.
 */
function withoutLengths(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const lists = issues.filter((issue) => 'origin' in issue && issue.origin === 'array');
  if (lists.length === 0) return [...issues];
  const isTooLong = (issue: z.core.$ZodIssue) => issue.code === 'too_big' && lists.includes(issue);
  return issues.filter((issue) => {
    if (lists.some((list) => isTooLong(list) && isBelow(issue, list))) return false;
    const isTooShort = lists.includes(issue) && !isTooLong(issue);
    return !(isTooShort && issues.some((other) => isBelow(other, issue)));
  });
}

/** Whether an issue is about something inside the value that another one is about. */
function isBelow(issue: z.core.$ZodIssue, list: z.core.$ZodIssue): boolean {
  return (
    issue.path.length > list.path.length &&
    list.path.every((step, index) => issue.path[index] === step)
  );
}

function wordIssue(
  issue: z.core.$ZodIssue,
  input: PythonValue,
  schema: z.ZodType | undefined,
): Wording {
  switch (issue.code) {
    case 'custom':
      return isIssueParams(issue.params) ? issue.params : valueError(issue.message);
    case 'invalid_type':
      return wordType(issue.expected) ?? valueError(issue.message);
    case 'too_small':
    case 'too_big':
      return wordBound(issue, input) ?? valueError(issue.message);
    case 'invalid_value':
      return wordChoice(issue.values, schema);
    case 'invalid_union':
      return wordUnion(issue, input) ?? valueError(issue.message);
    case 'invalid_format':
      return wordPattern(issue.pattern) ?? valueError(issue.message);
    default:
      return valueError(issue.message);
  }
}

function wordChoice(values: readonly unknown[], schema: z.ZodType | undefined): Wording {
  const words = values.map((value) => (typeof value === 'string' ? `'${value}'` : String(value)));
  const last = words.pop() ?? '';
  const expected = words.length === 0 ? last : `${words.join(', ')} or ${last}`;
  const isLiteral = schema === undefined ? values.length === 1 : schema instanceof z.ZodLiteral;
  const type = isLiteral ? 'literal_error' : 'enum';
  return { type, msg: `Input should be ${expected}`, ctx: { expected } };
}

function wordUnion(
  issue: Extract<z.core.$ZodIssue, { code: 'invalid_union' }>,
  input: PythonValue,
): Wording | undefined {
  if (issue.discriminator === undefined || issue.inclusive === false) return undefined;
  if (!(input instanceof Map)) return wordType('object');
  return wordTag(issue.discriminator, issue.options ?? [], input);
}

function wordPattern(written: string | undefined): Wording | undefined {
  const [, pattern] = /^\/([\s\S]*)\/\w*$/.exec(written ?? '') ?? [];
  if (pattern === undefined) return undefined;
  return {
    type: 'string_pattern_mismatch',
    msg: `String should match pattern '${pattern}'`,
    ctx: { pattern },
  };
}

function isIssueParams(params: unknown): params is IssueParams {
  return typeof params === 'object' && params !== null && 'type' in params && 'msg' in params;
}

function valueError(message: string): Wording {
  return { type: 'value_error', msg: `Value error, ${message}`, ctx: { error: {} } };
}

function wordType(expected: string): Wording | undefined {
  switch (expected) {
    case 'object':
      return {
        type: 'model_attributes_type',
        msg: 'Input should be a valid dictionary or object to extract fields from',
      };
    case 'record':
      return { type: 'dict_type', msg: 'Input should be a valid dictionary' };
    case 'number':
      return { type: 'float_type', msg: 'Input should be a valid number' };
    case 'int':
      return { type: 'int_type', msg: 'Input should be a valid integer' };
    case 'string':
      return { type: 'string_type', msg: 'Input should be a valid string' };
    case 'boolean':
      return { type: 'bool_type', msg: 'Input should be a valid boolean' };
    case 'array':
      return { type: 'list_type', msg: 'Input should be a valid list' };
    default:
      return undefined;
  }
}

function wordBound(
  issue: Extract<z.core.$ZodIssue, { code: 'too_small' | 'too_big' }>,
  input: PythonValue,
): Wording | undefined {
  const isLow = issue.code === 'too_small';
  const bound = Number(isLow ? issue.minimum : issue.maximum);
  if (issue.origin === 'string') {
    const characters = bound === 1 ? 'character' : 'characters';
    return isLow
      ? {
          type: 'string_too_short',
          msg: `String should have at least ${bound} ${characters}`,
          ctx: { min_length: bound },
        }
      : {
          type: 'string_too_long',
          msg: `String should have at most ${bound} ${characters}`,
          ctx: { max_length: bound },
        };
  }
  if (issue.origin === 'array') return wordLength(isLow, bound, input);
  if (issue.origin !== 'number' && issue.origin !== 'int') return undefined;
  const [name, words, key] = isLow
    ? issue.inclusive
      ? ['greater_than_equal', 'greater than or equal to', 'ge']
      : ['greater_than', 'greater than', 'gt']
    : issue.inclusive
      ? ['less_than_equal', 'less than or equal to', 'le']
      : ['less_than', 'less than', 'lt'];
  return { type: name, msg: `Input should be ${words} ${bound}`, ctx: { [key]: bound } };
}

function wordLength(isLow: boolean, bound: number, input: PythonValue): Wording {
  const actual = Array.isArray(input) ? input.length : 0;
  const items = bound === 1 ? 'item' : 'items';
  return {
    type: isLow ? 'too_short' : 'too_long',
    msg: `List should have at ${isLow ? 'least' : 'most'} ${bound} ${items} after validation, not ${actual}`,
    ctx: {
      field_type: 'List',
      [isLow ? 'min_length' : 'max_length']: bound,
      actual_length: actual,
    },
  };
}
