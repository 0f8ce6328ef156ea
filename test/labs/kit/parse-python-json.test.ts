import { describe, expect, test } from 'vitest';
import { parsePythonJson } from '../../../labs/kit/parse-python-json.ts';
import { PythonFloat } from '../../../labs/kit/python-value.ts';

describe('keeps what Python keeps', () => {
  test.each([
    ['1', 1],
    ['-0', 0],
    ['1.0', new PythonFloat(1)],
    ['-0.0', new PythonFloat(-0)],
    ['1E5', new PythonFloat(100_000)],
    ['1.5', 1.5],
    ['9007199254740993', 9007199254740993n],
    ['NaN', Number.NaN],
    ['[-Infinity]', [Number.NEGATIVE_INFINITY]],
    ['"\\ud83d\\ude00"', '😀'],
    ['{"2": 1, "1": 2}', new Map(Object.entries({ 2: 1, 1: 2 }))],
    ['{"__proto__": null}', new Map([['__proto__', null]])],
    [' \t\r\n[] ', []],
  ])('%s', (text, value) => {
    expect(parsePythonJson(text)).toEqual({ kind: 'value', value });
  });

  test('the order of keys, and the last of two equal ones', () => {
    const parsed = parsePythonJson('{"2": 1, "1": 2, "2": 3}');
    const entries = parsed.kind === 'value' && parsed.value instanceof Map ? [...parsed.value] : [];
    expect(entries).toEqual([
      ['2', 3],
      ['1', 2],
    ]);
  });
});

describe('says what is wrong in Python’s words', () => {
  test.each([
    ['', 'Expecting value', 0],
    ['nul', 'Expecting value', 0],
    ['[1,]', 'Expecting value', 3],
    ['{"a": 1,}', 'Expecting property name enclosed in double quotes', 8],
    ['{"a" 1}', "Expecting ':' delimiter", 5],
    ['[1 2]', "Expecting ',' delimiter", 3],
    ['01', 'Extra data', 1],
    ['"a', 'Unterminated string starting at', 0],
    ['"\\', 'Unterminated string starting at', 0],
    ['"\\x"', 'Invalid \\escape', 1],
    ['"\\u12g4"', 'Invalid \\uXXXX escape', 2],
    ['"a\tb"', 'Invalid control character at', 2],
    ['{"😀": x}', 'Expecting value', 6],
  ])('%s', (text, message, position) => {
    expect(parsePythonJson(text)).toEqual({ kind: 'invalid', message, position });
  });
});

test.each([
  ['too deep', '['.repeat(100_000)],
  ['too many digits', '1'.repeat(4301)],
])('gives up where Python does: %s', (_, text) => {
  expect(parsePythonJson(text)).toEqual({ kind: 'refused' });
});
