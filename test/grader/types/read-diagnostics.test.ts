import { expect, test } from 'vitest';
import { explainDiagnostic } from '../../../src/grader/types/plain-words.ts';
import { readDiagnostics } from '../../../src/grader/types/read-diagnostics.ts';

const printed = `handler/handler.ts(15,22): error TS2345: Argument of type '(c: Context) => Reply' is not assignable to parameter of type 'Handler'.
  Type 'Reply' is not assignable to type 'MaybePromise<TypedResponse>'.
    The types of '_data.prediction' are incompatible between these types.
      Type 'string[]' is not assignable to type 'number[]'.
        Type 'string' is not assignable to type 'number'.
handler/handler.ts(19,12): error TS7006: Parameter 'x' implicitly has an 'any' type.
`;

test('a finding has its place and everything that explains it', () => {
  const found = readDiagnostics(printed);
  expect(found.map(({ line, column, code }) => [line, column, code])).toEqual([
    [15, 22, 2345],
    [19, 12, 7006],
  ]);
  expect(found[0]?.messages).toHaveLength(5);
  expect(found[1]?.messages).toEqual(["Parameter 'x' implicitly has an 'any' type."]);
});

test('what is no finding is passed over', () => {
  expect(readDiagnostics('')).toEqual([]);
  expect(readDiagnostics('  stray\nFound 2 errors.\n')).toEqual([]);
});

test.each([
  [
    ["Type 'string' is not assignable to type 'number'."],
    'Text stands where a number is declared.',
  ],
  [
    [
      'Argument of type x is not assignable.',
      "The types of '_data.prediction' are incompatible between these types.",
      "Type 'string' is not assignable to type 'number'.",
    ],
    'In `prediction`, text stands where a number is declared.',
  ],
  [
    [`Type 'string' is not assignable to type '"low" | "high"'.`],
    'Text stands where one of "low", "high" is declared.',
  ],
  [
    ["Property 'feature3' does not exist on type '{ feature1: number; }'."],
    'There is no `feature3` in { feature1: number; }.',
  ],
  [
    [
      "Object literal may only specify known properties, and 'note' does not exist in type 'Output'.",
    ],
    '`note` is not declared there: declare it, or leave it out.',
  ],
  [
    ["Property 'label' is missing in type '{}' but required in type 'Output'."],
    '`label` is declared as required and is missing here.',
  ],
  [
    ["Parameter 'x' implicitly has an 'any' type."],
    '`x` has no type: write one, as in `x: number`.',
  ],
  [["Cannot find name 'z'."], 'Nothing here is called `z`: import it, or declare it.'],
  [["'row' is possibly 'undefined'."], '`row` may be undefined here: test it first.'],
  [
    ["'body' is of type 'unknown'."],
    'Nothing is known of `body` here: validate it before you use it.',
  ],
  [
    [
      "Type 'JSONRespondReturn<unknown, 200>' is not assignable to type 'TypedResponse<{ a: number; }>'.",
      "Type 'null' is not assignable to type '{ a: number; }'.",
    ],
    'Nothing is known of what `c.json` is given, and the contract promises more: validate it before you send it.',
  ],
  [['Expected 2 arguments, but got 1.'], 'The call takes 2 arguments and is given 1.'],
  [["';' expected."], "';' expected."],
])('%j in plain words', (messages, sentence) => {
  expect(explainDiagnostic({ file: 'x.ts', line: 1, column: 1, code: 1, messages })).toBe(sentence);
});
