import { z } from '@hono/zod-openapi';
import { type Bounds, cleanNumber, type IssueParams, laxNumber, type Reading } from './lax.ts';

const notNumber: IssueParams = { type: 'float_type', msg: 'Input should be a valid number' };
const notNumeric: IssueParams = {
  type: 'float_parsing',
  msg: 'Input should be a valid number, unable to parse string as a number',
};

// Every float schema is a pipe out of this one: that is how `isFloat` knows them again.
const anyInput = z.unknown();

function floatSchema(read: (value: unknown) => Reading<number>, bounds: Bounds) {
  const readAny = (value: unknown) => (typeof value === 'number' ? { value } : read(value));
  return laxNumber(anyInput, 'float', readAny, bounds);
}

/**
 * A float as Pydantic takes it by default: numbers, text that reads as a number, true and false.
 * `z.number()` refuses text; a FastAPI twin does not.
 */
export function float(bounds: Bounds = {}) {
  return floatSchema((value) => {
    if (typeof value === 'string') {
      const number = readFloat(value);
      return number === undefined ? { problem: notNumeric } : { value: number };
    }
    if (typeof value === 'boolean') return { value: Number(value) };
    return readBigInt(value);
  }, bounds);
}

/** A float as Pydantic takes it in strict mode: numbers only, NaN and infinity among them. */
export function strictFloat(bounds: Bounds = {}) {
  return floatSchema(readBigInt, bounds);
}

/** Whether a schema was made by `float` or `strictFloat`. */
export function isFloat(schema: z.ZodType): boolean {
  return schema instanceof z.ZodPipe && schema.def.in === anyInput;
}

/** A Python integer of any size; one that no float can hold is not a number to Pydantic. */
function readBigInt(value: unknown): Reading<number> {
  if (typeof value !== 'bigint') return { problem: notNumber };
  const number = Number(value);
  return Number.isFinite(number) ? { value: number } : { problem: notNumber };
}

const decimal = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const infinite = /^[+-]?inf(?:inity)?$/i;
const notANumber = /^[+-]?nan$/i;

function readFloat(text: string): number | undefined {
  const bare = cleanNumber(text);
  if (bare === undefined) return undefined;
  if (decimal.test(bare)) return Number(bare);
  if (infinite.test(bare)) {
    return bare.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  return notANumber.test(bare) ? Number.NaN : undefined;
}
