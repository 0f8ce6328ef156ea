import type { z } from '@hono/zod-openapi';
import type { IssueParams } from './float.ts';
import { findValue, type PythonValue } from './python-value.ts';

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

/** Zod's issues as Pydantic reports them, `input` as it was sent. */
export function toValidationErrors(
  issues: readonly z.core.$ZodIssue[],
  body: PythonValue,
): ValidationError[] {
  return issues.flatMap((issue) => {
    const loc = ['body', ...issue.path.map((step) => (typeof step === 'symbol' ? '' : step))];
    const input = findValue(body, issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        type: 'extra_forbidden',
        loc: [...loc, key],
        msg: 'Extra inputs are not permitted',
        input: findValue(body, [...issue.path, key]),
      }));
    }
    if (input === undefined) return missing(loc, findValue(body, issue.path.slice(0, -1)) ?? null);
    const { type, msg, ...context } = wordIssue(issue);
    return { type, loc, msg, input, ...context };
  });
}

function wordIssue(issue: z.core.$ZodIssue): Wording {
  switch (issue.code) {
    case 'custom':
      return isIssueParams(issue.params) ? issue.params : valueError(issue.message);
    case 'invalid_type':
      return wordType(issue.expected) ?? valueError(issue.message);
    case 'too_small':
    case 'too_big':
      return wordBound(issue) ?? valueError(issue.message);
    default:
      return valueError(issue.message);
  }
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
