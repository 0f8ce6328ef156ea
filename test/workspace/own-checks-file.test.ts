import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NewOwnCheck } from '../../src/model/own-check.ts';
import { dropOwnCheck, keepOwnCheck, readOwnChecks } from '../../src/workspace/own-checks-file.ts';

const exercise = 'predict/answer-422';
const check: NewOwnCheck = {
  title: 'answers 422 for POST /predict {}',
  request: { method: 'POST', path: '/predict', headers: {}, body: '{}' },
  expect: { status: 422, json: { detail: [] } },
};
let folder: string;
let handler: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'api-labs-own-checks-'));
  handler = join(folder, 'handler.ts');
  file = join(folder, 'my-checks.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('keeps, reads and drops checks; an id is not given twice', () => {
  expect(readOwnChecks(handler, exercise)).toEqual({ file, checks: [] });
  expect(keepOwnCheck(handler, exercise, check).message).toBe(
    'Kept as mine-1 in my-checks.json: it is graded with the rest.',
  );
  keepOwnCheck(handler, exercise, check);
  expect(dropOwnCheck(handler, 'mine-1')).toEqual({ isOk: true, message: 'Dropped mine-1.' });
  keepOwnCheck(handler, exercise, check);
  expect(readOwnChecks(handler, exercise).checks).toEqual([
    { id: 'mine-2', ...check },
    { id: 'mine-3', ...check },
  ]);
  expect(readFileSync(file, 'utf8')).toContain('\n      "title": "answers 422');
});

test('checks of another exercise are neither graded nor mixed', () => {
  keepOwnCheck(handler, exercise, check);
  expect(readOwnChecks(handler, 'predict/type-the-input').checks).toEqual([]);
  expect(keepOwnCheck(handler, 'predict/type-the-input', check)).toMatchObject({ isOk: false });
});

test.each([
  ['{\n  "schemaVersion": 1,\n  oops\n}', ', line 3, is not valid JSON.'],
  ['', ', line 1, is not valid JSON.'],
  ['[]', ', at the top: '],
  [JSON.stringify({ schemaVersion: 2, exercise, checks: [] }), ', schemaVersion: '],
  [
    JSON.stringify({
      schemaVersion: 1,
      exercise,
      checks: [{ id: 'mine-1', ...check, expect: { status: '200' } }],
    }),
    ', checks[0].expect.status: ',
  ],
  [
    JSON.stringify({
      schemaVersion: 1,
      exercise,
      checks: [
        { id: 'mine-1', ...check },
        { id: 'mine-1', ...check },
      ],
    }),
    ' has two checks with the id mine-1.',
  ],
])('a damaged file is named with its place and left as it is: %#', (text, place) => {
  writeFileSync(file, text);
  const { checks, problem } = readOwnChecks(handler, exercise);
  expect(checks).toEqual([]);
  expect(problem).toContain(`${file}${place}`);
  expect(problem).toMatch(/Correct it, or delete the file\.$/);
  expect(keepOwnCheck(handler, exercise, check)).toEqual({ isOk: false, message: problem });
  expect(dropOwnCheck(handler, 'mine-1').isOk).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
