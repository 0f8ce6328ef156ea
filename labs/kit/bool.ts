import { z } from '@hono/zod-openapi';
import { type IssueParams, laxSchema, type Reading } from './lax.ts';

const notBoolean: IssueParams = { type: 'bool_type', msg: 'Input should be a valid boolean' };
const notParsed: IssueParams = {
  type: 'bool_parsing',
  msg: 'Input should be a valid boolean, unable to interpret input',
};

const yes = /^(?:1|t|true|y|yes|on)$/i;
const no = /^(?:0|f|false|n|no|off)$/i;
const anyInput = z.unknown();

/** A bool as Pydantic takes it by default: true and false, 1 and 0, and words such as `yes` and `off`. */
export function bool() {
  return laxSchema(anyInput, readBool, { type: 'boolean' });
}

function readBool(value: unknown): Reading<boolean> {
  switch (typeof value) {
    case 'boolean':
      return { value };
    case 'number':
    case 'bigint':
    case 'string':
      if (yes.test(String(value))) return { value: true };
      if (no.test(String(value))) return { value: false };
      return { problem: isLookedAt(value) ? notParsed : notBoolean };
    default:
      return { problem: notBoolean };
  }
}

/** Only text and integers of 64 bits are looked at, not numbers with a fraction. */
function isLookedAt(value: number | bigint | string): boolean {
  if (typeof value === 'string') return true;
  if (typeof value === 'number' && !Number.isInteger(value)) return false;
  return BigInt.asIntN(64, BigInt(value)) === BigInt(value);
}
