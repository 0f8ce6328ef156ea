import { z } from '@hono/zod-openapi';
import { type Bounds, cleanNumber, type IssueParams, laxNumber, type Reading } from './lax.ts';

const notInteger: IssueParams = { type: 'int_type', msg: 'Input should be a valid integer' };
const notParsed: IssueParams = {
  type: 'int_parsing',
  msg: 'Input should be a valid integer, unable to parse string as an integer',
};
const hasFraction: IssueParams = {
  type: 'int_from_float',
  msg: 'Input should be a valid integer, got a number with a fractional part',
};
const notFinite: IssueParams = { type: 'finite_number', msg: 'Input should be a finite number' };

const anyInput = z.unknown();

/**
 * An int as Pydantic takes it by default: whole numbers, text that reads as one, true and false. Beyond 2^53 it
 * loses digits that Python keeps.
 */
export function int(bounds: Bounds = {}) {
  return laxNumber(anyInput, 'int', readInt, bounds);
}

/** An int as Pydantic takes it in strict mode, but for `2.0`, which JavaScript cannot tell from 2. */
export function strictInt(bounds: Bounds = {}) {
  const read = (value: unknown): Reading<number> => {
    const isInteger = typeof value === 'bigint' || Number.isInteger(value);
    return isInteger ? { value: Number(value) } : { problem: notInteger };
  };
  return laxNumber(anyInput, 'int', read, bounds);
}

// `4.0` is a whole number, also as text; `4e0` is none.
const whole = /^[+-]?[0-9]+(?:\.0+)?$/;

function readInt(value: unknown): Reading<number> {
  switch (typeof value) {
    case 'bigint':
    case 'boolean':
      return { value: Number(value) };
    case 'number':
      if (!Number.isFinite(value)) return { problem: notFinite };
      return Number.isInteger(value) ? { value: value + 0 } : { problem: hasFraction };
    case 'string': {
      const bare = cleanNumber(value);
      if (bare === undefined || !whole.test(bare)) return { problem: notParsed };
      // Zero has no sign in Python.
      return { value: Number(bare) || 0 };
    }
    default:
      return { problem: notInteger };
  }
}
