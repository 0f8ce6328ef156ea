import { z } from '@hono/zod-openapi';
import { type IssueParams, laxSchema, type Reading } from './lax.ts';
import {
  type Fault,
  fromNumber,
  isMidnight,
  type Moment,
  parseDay,
  parseMoment,
  writeDay,
  writeMoment,
} from './moment.ts';
import { fault, isFault } from './moment-text.ts';

const anyInput = z.unknown();

/**
 * A date as Pydantic takes it by default: `2026-01-31`, or a datetime or timestamp of exactly midnight. JavaScript has
 * no date without a time, so the value is the text that Pydantic would write.
 */
export function date() {
  return laxSchema(anyInput, readDate, { type: 'string', format: 'date' });
}

/**
 * A datetime as Pydantic takes it by default: ISO 8601 with `T` or a space, a date, or a timestamp. The value is the
 * text that Pydantic would write: a Date of JavaScript forgets the zone, and what is smaller than a millisecond.
 */
export function datetime() {
  return laxSchema(anyInput, readDatetime, { type: 'string', format: 'date-time' });
}

function readDate(value: unknown): Reading<string> {
  const moment = readAny(value, (text) => {
    const day = parseDay(text);
    return isFault(day) ? parseMoment(text) : day;
  });
  if (moment === undefined) {
    return { problem: { type: 'date_type', msg: 'Input should be a valid date' } };
  }
  if (isFault(moment)) {
    return { problem: word('date_from_datetime_parsing', 'date or datetime', moment) };
  }
  if (!isMidnight(moment)) return { problem: notExact };
  if (moment.year === 0) {
    return { problem: word('date_parsing', 'date in the format YYYY-MM-DD', yearZero) };
  }
  return { value: writeDay(moment) };
}

const notExact: IssueParams = {
  type: 'date_from_datetime_inexact',
  msg: 'Datetimes provided to dates should have zero time - e.g. be exact dates',
};

/** Python's calendar begins with the year 1. */
const yearZero = fault('year 0 is out of range');

function readDatetime(value: unknown): Reading<string> {
  const moment = readAny(value, (text) => {
    const found = parseMoment(text);
    return isFault(found) ? parseDay(text) : found;
  });
  if (moment === undefined) {
    return { problem: { type: 'datetime_type', msg: 'Input should be a valid datetime' } };
  }
  if (isFault(moment)) {
    const isText = typeof value === 'string';
    const problem = isText
      ? word('datetime_from_date_parsing', 'datetime or date', moment)
      : word('datetime_parsing', 'datetime', moment);
    return { problem };
  }
  if (moment.year === 0) return { problem: word('datetime_parsing', 'datetime', yearZero) };
  return { value: writeMoment(moment) };
}

/** Undefined for what is neither text nor number. */
function readAny(value: unknown, parse: (text: string) => Moment | Fault) {
  switch (typeof value) {
    case 'string':
      return parse(value);
    case 'number':
      return fromNumber(value);
    case 'bigint':
      // Beyond what a float can hold it is no number to Pydantic.
      return Number.isFinite(Number(value)) ? fromNumber(Number(value)) : undefined;
    default:
      return undefined;
  }
}

function word(type: string, what: string, { error }: Fault): IssueParams {
  return { type, msg: `Input should be a valid ${what}, ${error}`, ctx: { error } };
}
