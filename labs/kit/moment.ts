import { fault, isFault, readDay, readTime, toBytes } from './moment-text.ts';

/** A day with a time. `offset` is in minutes from UTC, undefined where no zone is named. */
export type Moment = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  microsecond: number;
  offset?: number;
};

/** What is wrong with a text or a number that should be a moment, in Pydantic's words. */
export type Fault = { error: string };

/** Reads a text that is a day with a time, or a number of seconds or milliseconds since 1970. */
export function parseMoment(sent: string): Moment | Fault {
  const text = toBytes(sent);
  const read = readMoment(text);
  if (!isFault(read)) return read;
  const whole = parseWhole(text);
  if (whole !== undefined) return fromTimestamp(whole);
  return isDecimal(text) ? fromDecimal(Number(text)) : read;
}

/** Reads a text that is a day and nothing more, as midnight. */
export function parseDay(sent: string): Moment | Fault {
  const text = toBytes(sent);
  const whole = parseWhole(text);
  const day = readDay(text);
  if (isFault(day)) return whole === undefined ? day : fromTimestamp(whole);
  if (text.length > 10) return fault('unexpected extra characters at the end of the input');
  return { ...day, hour: 0, minute: 0, second: 0, microsecond: 0 };
}

/** Whether a moment has no time but 0:00. */
export function isMidnight({ hour, minute, second, microsecond }: Moment): boolean {
  return hour + minute + second + microsecond === 0;
}

function readMoment(text: string): Moment | Fault {
  const day = readDay(text);
  if (isFault(day)) return day;
  if (!/^[Tt _]$/.test(text[10] ?? '')) {
    return fault('invalid datetime separator, expected `T`, `t`, `_` or space');
  }
  const time = readTime(text.slice(11));
  return isFault(time) ? time : { ...day, ...time };
}

/** A text of digits, counted as 64 bits do; undefined for others, and where they run over. */
function parseWhole(text: string): number | undefined {
  const [, sign, digits = ''] = /^([+-]?)([0-9]+)$/.exec(text) ?? [];
  if (sign === undefined) return undefined;
  let value = 0n;
  for (const digit of digits) {
    value = BigInt.asIntN(64, value * 10n + BigInt(digit));
    if (value < 0n) return undefined;
  }
  return Number(sign === '-' ? -value : value);
}

/** Whether a text is a number with a point; what is before the point has to be one that `parseWhole` reads. */
function isDecimal(text: string): boolean {
  if (!/^[+-]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(text)) return false;
  const [before = ''] = text.split('.');
  return /^[+-]?$/.test(before) || parseWhole(before) !== undefined;
}

function fromDecimal(number: number): Moment | Fault {
  const inSeconds = Math.abs(number) > lastSecond ? number / 1000 : number;
  if (inSeconds > 2 ** 63) return fault('numeric times may not exceed 86,399 seconds');
  const seconds = Math.floor(inSeconds);
  return fromTimestamp(seconds, Math.round((inSeconds - seconds) * 1e6));
}

/** Up to here a timestamp counts seconds, beyond it milliseconds. */
const lastSecond = 2e10;

/** The moment of a number of seconds or milliseconds since 1970. A negative fraction counts forwards, as in Pydantic. */
export function fromNumber(float: number): Moment | Fault {
  if (Number.isNaN(float)) return fault('NaN values not permitted');
  const unit = Math.abs(float) <= lastSecond ? 1e6 : 1e3;
  return fromTimestamp(Math.floor(float), Math.round(Math.abs(float % 1) * unit));
}

function fromTimestamp(timestamp: number, extraMicroseconds = 0): Moment | Fault {
  if (Math.abs(timestamp) === Number.POSITIVE_INFINITY) return fromSeconds(timestamp, 0);
  const isSeconds = Math.abs(timestamp) <= lastSecond;
  const seconds = isSeconds ? timestamp : Math.floor(timestamp / 1000);
  const microseconds = extraMicroseconds + (isSeconds ? 0 : (timestamp - seconds * 1000) * 1000);
  return fromSeconds(seconds + Math.floor(microseconds / 1e6), microseconds % 1e6);
}

const firstOfYear0 = -62_167_219_200;
const lastOfYear9999 = 253_402_300_799;

function fromSeconds(seconds: number, microsecond: number): Moment | Fault {
  if (seconds < firstOfYear0) return fault(`dates before 0000 ${notSupported}`);
  if (seconds > lastOfYear9999) return fault(`dates after 9999 ${notSupported}`);
  const utc = new Date(seconds * 1000);
  return {
    year: utc.getUTCFullYear(),
    month: utc.getUTCMonth() + 1,
    day: utc.getUTCDate(),
    hour: utc.getUTCHours(),
    minute: utc.getUTCMinutes(),
    second: utc.getUTCSeconds(),
    microsecond,
    offset: 0,
  };
}

const notSupported = 'are not supported as unix timestamps';

const pad = (number: number, length = 2) => String(number).padStart(length, '0');

/** A day as JSON has it: `2026-01-31`. */
export function writeDay({ year, month, day }: Moment): string {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** A moment as Pydantic writes it: `2026-01-31T12:00:00Z`, with a fraction only where there is one. */
export function writeMoment(moment: Moment): string {
  const { hour, minute, second, microsecond, offset } = moment;
  const fraction = microsecond === 0 ? '' : `.${pad(microsecond, 6)}`;
  const time = `${pad(hour)}:${pad(minute)}:${pad(second)}${fraction}`;
  return `${writeDay(moment)}T${time}${offset === undefined ? '' : writeOffset(offset)}`;
}

function writeOffset(offset: number): string {
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
