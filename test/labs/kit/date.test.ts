import type { z } from '@hono/zod-openapi';
import { describe, expect, test } from 'vitest';
import { date, datetime } from '../../../labs/kit/date.ts';

const problemOf = (schema: z.ZodType, value: unknown) => {
  const issue = schema.safeParse(value).error?.issues[0];
  const params = issue?.code === 'custom' ? issue.params : undefined;
  return `${params?.type}: ${params?.ctx?.error ?? params?.msg}`;
};

describe('datetime', () => {
  test.each([
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
    ['2026-01-02 03:04', '2026-01-02T03:04:00'],
    ['2026-01-02t03:04:05,1234567+0230', '2026-01-02T03:04:05.123456+02:30'],
    ['2026-01-02_03:04\u221200:30', '2026-01-02T03:04:00-00:30'],
    ['2026-01-02T03:04:05-00:00', '2026-01-02T03:04:05Z'],
    ['2026-01-02', '2026-01-02T00:00:00'],
    ['1767225600', '2026-01-01T00:00:00Z'],
    ['1767225600.5', '2026-01-01T00:00:00.500000Z'],
    [1767225600, '2026-01-01T00:00:00Z'],
    [1767225600123, '2026-01-01T00:00:00.123000Z'],
    [2e10, '2603-10-11T11:33:20Z'],
    [-1.25, '1969-12-31T23:59:58.250000Z'],
    ['-1.25', '1969-12-31T23:59:58.750000Z'],
  ])('reads %o', (value, expected) => {
    expect(datetime().parse(value)).toBe(expected);
  });

  test.each([
    ['now', 'datetime_from_date_parsing: input is too short'],
    [
      '2026-13-01T00:00',
      'datetime_from_date_parsing: month value is outside expected range of 1-12',
    ],
    [
      '2026-01-02T03:04:60',
      'datetime_from_date_parsing: unexpected extra characters at the end of the input',
    ],
    ['0000-01-01T00:00', 'datetime_parsing: year 0 is out of range'],
    [1e15, 'datetime_parsing: dates after 9999 are not supported as unix timestamps'],
    [-1e15, 'datetime_parsing: dates before 0000 are not supported as unix timestamps'],
    [Number.NaN, 'datetime_parsing: NaN values not permitted'],
    [true, 'datetime_type: Input should be a valid datetime'],
    [null, 'datetime_type: Input should be a valid datetime'],
    [10n ** 400n, 'datetime_type: Input should be a valid datetime'],
  ])('refuses %o', (value, expected) => {
    expect(problemOf(datetime(), value)).toBe(expected);
  });
});

describe('date', () => {
  test.each([
    ['2024-02-29', '2024-02-29'],
    ['2026-01-02T00:00:00+05:00', '2026-01-02'],
    ['86400', '1970-01-02'],
    [86400, '1970-01-02'],
  ])('reads %o', (value, expected) => {
    expect(date().parse(value)).toBe(expected);
  });

  const inexact = 'Datetimes provided to dates should have zero time - e.g. be exact dates';
  test.each([
    ['2100-02-29', 'date_from_datetime_parsing: day value is outside expected range'],
    [
      '2026-01-02x00:00',
      'date_from_datetime_parsing: invalid datetime separator, expected `T`, `t`, `_` or space',
    ],
    [
      '2026-01-02T25:00',
      'date_from_datetime_parsing: hour value is outside expected range of 0-23',
    ],
    [
      '2026-01-02T00:00+24:00',
      'date_from_datetime_parsing: timezone offset must be less than 24 hours',
    ],
    ['2026-01-02T00:00:01', `date_from_datetime_inexact: ${inexact}`],
    [86401, `date_from_datetime_inexact: ${inexact}`],
    ['0000-01-01', 'date_parsing: year 0 is out of range'],
    [false, 'date_type: Input should be a valid date'],
  ])('refuses %o', (value, expected) => {
    expect(problemOf(date(), value)).toBe(expected);
  });
});
