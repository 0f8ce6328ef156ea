import type { Fault, Moment } from './moment.ts';

export const fault = (error: string): Fault => ({ error });

/** Whether something could not be read. */
export function isFault(value: object): value is Fault {
  return 'error' in value;
}

/** The bytes of a text, one in each character: Pydantic counts and compares bytes. */
export function toBytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}

const areDigits = (text = '') => /^[0-9][0-9]$/.test(text);

/** Reads the `2026-01-31` that a text begins with. */
export function readDay(text: string): Pick<Moment, 'year' | 'month' | 'day'> | Fault {
  if (text.length < 10) return fault('input is too short');
  const year = text.slice(0, 4);
  if (!/^[0-9]{4}$/.test(year)) return fault('invalid character in year');
  if (text[4] !== '-') return fault('invalid date separator, expected `-`');
  const month = text.slice(5, 7);
  if (!areDigits(month)) return fault('invalid character in month');
  if (text[7] !== '-') return fault('invalid date separator, expected `-`');
  const day = text.slice(8, 10);
  if (!areDigits(day)) return fault('invalid character in day');
  const read = { year: Number(year), month: Number(month), day: Number(day) };
  if (read.month < 1 || read.month > 12) {
    return fault('month value is outside expected range of 1-12');
  }
  if (read.day < 1 || read.day > countDays(read.year, read.month)) {
    return fault('day value is outside expected range');
  }
  return read;
}

/** How many days a month has. The calendar repeats after 400 years, and a Date takes years below 100 for others. */
function countDays(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

type Time = Pick<Moment, 'hour' | 'minute' | 'second' | 'microsecond' | 'offset'>;

/** Reads a time of day, as in `12:30`, `12:30:59.5Z` or `12:30+02:00`. */
export function readTime(text: string): Time | Fault {
  if (text.length < 5) return fault('input is too short');
  const [hour, minute] = [text.slice(0, 2), text.slice(3, 5)];
  if (!areDigits(hour)) return fault('invalid character in hour');
  if (text[2] !== ':') return fault('invalid time separator, expected `:`');
  if (!areDigits(minute)) return fault('invalid character in minute');
  if (Number(hour) > 23) return fault('hour value is outside expected range of 0-23');
  if (Number(minute) > 59) return fault('minute value is outside expected range of 0-59');
  const seconds = readSeconds(text.slice(5));
  if (isFault(seconds)) return seconds;
  const { rest, ...others } = seconds;
  const zone = readZone(rest);
  if (isFault(zone)) return zone;
  return { hour: Number(hour), minute: Number(minute), ...others, ...zone };
}

function readSeconds(text: string): { second: number; microsecond: number; rest: string } | Fault {
  if (text[0] !== ':') return { second: 0, microsecond: 0, rest: text };
  const digits = text.slice(1, 3);
  if (!areDigits(digits)) return fault('invalid character in second');
  const second = Number(digits);
  if (second > 59) return fault('second value is outside expected range of 0-59');
  const after = text.slice(3);
  if (!/^[.,]/.test(after)) return { second, microsecond: 0, rest: after };
  const [fraction = ''] = /^[0-9]*/.exec(after.slice(1)) ?? [];
  if (fraction === '') return fault('second fraction digits missing after `.`');
  // What is beyond a millionth is cut off.
  const microsecond = Number(fraction.slice(0, 6).padEnd(6, '0'));
  return { second, microsecond, rest: after.slice(1 + fraction.length) };
}

/** A plus, a minus, or the minus sign of typographers in its three bytes. */
const sign = /^(?:[+-]|\xe2\x88\x92)/;

function readZone(text: string): { offset?: number } | Fault {
  if (text === '') return {};
  const isUtc = /^[Zz]/.test(text);
  if (isUtc && text.length === 1) return { offset: 0 };
  if (isUtc) return fault('unexpected extra characters at the end of the input');
  const [mark] = sign.exec(text) ?? [];
  if (mark === undefined) return fault('invalid timezone sign');
  const hours = text.slice(mark.length, mark.length + 2);
  if (!areDigits(hours)) return fault('invalid timezone hour');
  const rest = text.slice(mark.length + 2).replace(/^:/, '');
  const minutes = rest.slice(0, 2);
  if (!areDigits(minutes)) return fault('invalid timezone minute');
  if (Number(minutes) > 59) return fault('timezone minute value is outside expected range of 0-59');
  const offset = Number(hours) * 60 + Number(minutes);
  if (offset >= 24 * 60) return fault('timezone offset must be less than 24 hours');
  if (rest.length > 2) return fault('unexpected extra characters at the end of the input');
  return { offset: mark === '+' ? offset : -offset };
}
