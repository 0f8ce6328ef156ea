import { z } from '@hono/zod-openapi';
import { laxSchema, type Reading } from './lax.ts';

const anyInput = z.unknown();

/**
 * A UUID as Pydantic takes it by default: with or without hyphens, in braces or behind `urn:uuid:`, of any version.
 * The value is in small letters with hyphens.
 */
export function uuid() {
  return laxSchema(anyInput, readUuid, { type: 'string', format: 'uuid' });
}

const groupLengths = [8, 4, 4, 4, 12];
const hex = '[0-9a-fA-F]';
const simple = new RegExp(`^${hex}{32}$`);
const hyphenated = new RegExp(`^${groupLengths.map((length) => `${hex}{${length}}`).join('-')}$`);

function readUuid(value: unknown): Reading<string> {
  if (typeof value !== 'string') {
    const msg = 'UUID input should be a string, bytes or UUID object';
    return { problem: { type: 'uuid_type', msg } };
  }
  const { text } = unwrap(value);
  if (hyphenated.test(text) || simple.test(value)) {
    const digits = text.replaceAll('-', '').toLowerCase();
    return { value: digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') };
  }
  const isLong = Buffer.byteLength(text) === 36;
  const error = findFault(isLong ? text : value);
  return {
    problem: {
      type: 'uuid_parsing',
      msg: `Input should be a valid UUID, ${error}`,
      ctx: { error },
    },
  };
}

/** What stands in braces or behind `urn:uuid:`. */
function unwrap(value: string): { prefix: string; text: string } {
  if (value.startsWith('{') && value.endsWith('}'))
    return { prefix: '{', text: value.slice(1, -1) };
  const prefix = value.startsWith('urn:uuid:') ? 'urn:uuid:' : '';
  return { prefix, text: value.slice(prefix.length) };
}

/** Why a text is no UUID, in the words of the Rust library that Pydantic reads it with. It counts bytes. */
function findFault(value: string): string {
  const { prefix, text } = unwrap(value);
  const stray = /[^0-9a-f-]/i.exec(text);
  if (stray !== null) {
    const before = prefix + text.slice(0, stray.index);
    const [character] = text.slice(stray.index);
    return `invalid character: found \`${character}\` at ${Buffer.byteLength(before) + 1}`;
  }
  const groups = text.split('-');
  if (prefix === '' && groups.length === 1) {
    return `invalid length: expected length 32 for simple format, found ${text.length}`;
  }
  if (groups.length !== groupLengths.length) {
    return `invalid group count: expected 5, found ${groups.length}`;
  }
  const wrong = groupLengths.findIndex((length, index) => groups[index]?.length !== length);
  const found = groups[wrong]?.length ?? 0;
  // The last group is counted to the end of the text, from where it should begin.
  const counted = wrong === 4 ? value.length - 24 : found;
  return `invalid group length in group ${wrong}: expected ${groupLengths[wrong]}, found ${counted}`;
}
