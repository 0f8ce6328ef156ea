import { describe, expect, test } from 'vitest';
import { PythonFloat } from '../../../labs/kit/python-value.ts';
import { writeFloat, writePythonJson } from '../../../labs/kit/write-python-json.ts';

describe('floats', () => {
  test.each([
    [1, '1.0', '1.0'],
    [-0, '-0.0', '-0.0'],
    [0.1, '0.1', '0.1'],
    [1e-4, '0.0001', '0.0001'],
    [1.5e-5, '1.5e-05', '0.000015'],
    [1e-6, '1e-06', '1e-6'],
    [1e-10, '1e-10', '1e-10'],
    [1e15, '1000000000000000.0', '1000000000000000.0'],
    [1e16, '1e+16', '1e+16'],
    [-1.5e300, '-1.5e+300', '-1.5e+300'],
  ])('%d', (value, json, pydantic) => {
    expect(writeFloat(value, 'json')).toBe(json);
    expect(writeFloat(value, 'pydantic')).toBe(pydantic);
  });

  test('NaN is an error for json, and null for a response model', () => {
    expect(() => writeFloat(Number.NaN, 'json')).toThrow(RangeError);
    expect(writeFloat(Number.NaN, 'pydantic')).toBe('null');
  });
});

describe('values', () => {
  test.each([
    [{ a: 1, b: [true, null, 'é"\n'], c: undefined }, '{"a":1,"b":[true,null,"é\\"\\n"]}'],
    [new Map([['__proto__', new PythonFloat(2)]]), '{"__proto__":2.0}'],
    [Float64Array.of(0, 1), '[0.0,1.0]'],
    [123456789012345678901n, '123456789012345678901'],
    [0.5, '0.5'],
  ])('%o', (value, text) => {
    expect(writePythonJson(value)).toBe(text);
  });

  test.each([['\ud800'], [{ '\udc00': 1 }], [Number.NaN], [Symbol('a')]])(
    'refuses what Python cannot write: %o',
    (value) => {
      expect(() => writePythonJson(value)).toThrow();
    },
  );

  test('refuses nesting without end', () => {
    const value: unknown[] = [];
    value.push(value);
    expect(() => writePythonJson(value)).toThrow('The value is nested too deep.');
  });
});
