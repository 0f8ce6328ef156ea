import { z } from '@hono/zod-openapi';

/** What an issue raised by the kit's own schemas carries for the 422 list. */
export type IssueParams = { type: string; msg: string };

const notNumber: IssueParams = { type: 'float_type', msg: 'Input should be a valid number' };
const notNumeric: IssueParams = {
  type: 'float_parsing',
  msg: 'Input should be a valid number, unable to parse string as a number',
};

// Every float schema is a pipe out of this one: that is how `isFloat` knows them again.
const anyInput = z.unknown();

type Reading = number | IssueParams;

function floatSchema(read: (value: unknown) => Reading) {
  return anyInput
    .transform((value, context): number => {
      if (typeof value === 'number') return value;
      const reading = read(value);
      if (typeof reading === 'number') return reading;
      context.issues.push({ code: 'custom', input: value, params: reading });
      return z.NEVER;
    })
    .openapi({ type: 'number' });
}

/**
 * A float as Pydantic takes it by default: numbers, text that reads as a number, true and false.
 * `z.number()` refuses text; a FastAPI twin does not.
 */
export function float() {
  return floatSchema((value) => {
    if (typeof value === 'string') return readFloat(value) ?? notNumeric;
    if (typeof value === 'boolean') return Number(value);
    return readBigInt(value);
  });
}

/** A float as Pydantic takes it in strict mode: numbers only, NaN and infinity among them. */
export function strictFloat() {
  return floatSchema(readBigInt);
}

/** Whether a schema was made by `float` or `strictFloat`. */
export function isFloat(schema: z.ZodType): boolean {
  return schema instanceof z.ZodPipe && schema.def.in === anyInput;
}

/** A Python integer of any size; one that no float can hold is not a number to Pydantic. */
function readBigInt(value: unknown): Reading {
  if (typeof value !== 'bigint') return notNumber;
  const number = Number(value);
  return Number.isFinite(number) ? number : notNumber;
}

const decimal = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const infinite = /^[+-]?inf(?:inity)?$/i;
const notANumber = /^[+-]?nan$/i;
const outerSpace = /^\p{White_Space}+|\p{White_Space}+$/gu;

/** Text as a float by Pydantic's rules: outer space and single underscores inside are dropped. */
function readFloat(text: string): number | undefined {
  const trimmed = text.replace(outerSpace, '');
  if (trimmed.startsWith('_') || trimmed.endsWith('_') || trimmed.includes('__')) return undefined;
  const bare = trimmed.replaceAll('_', '');
  if (decimal.test(bare)) return Number(bare);
  if (infinite.test(bare)) {
    return bare.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  return notANumber.test(bare) ? Number.NaN : undefined;
}
