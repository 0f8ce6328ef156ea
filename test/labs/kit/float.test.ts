import { z } from '@hono/zod-openapi';
import { describe, expect, test } from 'vitest';
import { float, isFloat, strictFloat } from '../../../labs/kit/float.ts';

const reasonOf = (schema: z.ZodType, value: unknown) => {
  const issue = schema.safeParse(value).error?.issues[0];
  return issue?.code === 'custom' ? issue.params?.type : undefined;
};

describe('float', () => {
  test.each([
    [1.5, 1.5],
    ['1.5', 1.5],
    [' 1.5\n', 1.5],
    ['\u00a01', 1],
    ['1e3', 1000],
    ['-.5', -0.5],
    ['5.', 5],
    ['1_000.5', 1000.5],
    ['-Inf', Number.NEGATIVE_INFINITY],
    ['nan', Number.NaN],
    [true, 1],
    [false, 0],
    [2n ** 64n, 2 ** 64],
  ])('takes %o', (value, expected) => {
    expect(float().parse(value)).toBe(expected);
  });

  test.each([[''], ['  '], ['1,5'], ['0x10'], ['1__0'], ['_1'], ['1_'], ['- 1'], ['.'], ['١']])(
    'cannot parse %o',
    (value) => {
      expect(reasonOf(float(), value)).toBe('float_parsing');
    },
  );

  test.each([[null], [undefined], [[]], [{}], [10n ** 400n]])('%o is no number', (value) => {
    expect(reasonOf(float(), value)).toBe('float_type');
  });
});

describe('strictFloat', () => {
  test.each([[1.5], [2], [Number.NaN]])('takes %o', (value) => {
    expect(strictFloat().parse(value)).toBe(value);
  });

  test.each([['1.5'], [true], [null]])('refuses %o', (value) => {
    expect(reasonOf(strictFloat(), value)).toBe('float_type');
  });
});

test('float schemas are known again once they are documented', () => {
  expect(isFloat(float().openapi({ example: 1.5 }))).toBe(true);
  expect(isFloat(z.number())).toBe(false);
});
