import { typesCheckId } from '../model/verdict.ts';
import { readHeaders, rightHeaders, wrongHeaders } from './handler-headers.ts';
import { lineOf, suggestName } from './problems.ts';
import { readText } from './read-text.ts';
import type { Reading } from './reading.ts';
import type { ExerciseFolder } from './tree.ts';

const minWrong = 4;
const minRight = 2;

/** Checks the handlers in `wrong/` and `right/` that prove the checks of an exercise. */
export async function checkHandlers(
  { folder, present, wrong, right }: ExerciseFolder,
  checks: string | undefined,
  { root, list }: Reading,
): Promise<void> {
  const checkCount = (name: string, files: string[], least: number): void => {
    if (!present.has(name) || files.length >= least) return;
    list.reportIn(`${folder}/${name}`)({
      place: 'folder',
      value: `${files.length}`,
      problem: `There are fewer than ${least} handlers.`,
      remedy: `Add ${least - files.length} more.`,
    });
  };
  checkCount('wrong', wrong, minWrong);
  checkCount('right', right, minRight);
  const strings = checks === undefined ? undefined : readKebabStrings(checks).add(typesCheckId);
  for (const file of wrong) {
    const report = list.reportIn(file);
    const text = await readText(root, file, report);
    if (text === undefined) continue;
    const check = readHeaders(text.split('\n'), wrongHeaders, report).get('rejected-by');
    if (check === undefined || strings === undefined || strings.has(check)) continue;
    report({
      place: lineOf(1),
      value: check,
      problem: `checks.ts has no check ${check}.`,
      remedy: suggestName(check, strings),
    });
  }
  for (const file of right) {
    const report = list.reportIn(file);
    const text = await readText(root, file, report);
    if (text !== undefined) readHeaders(text.split('\n'), rightHeaders, report);
  }
}

/** The strings in code that could be the id of a check. */
function readKebabStrings(code: string): Set<string> {
  const found = code.matchAll(/(['"`])([a-z][a-z0-9-]*)\1/g);
  return new Set([...found].map((match) => match[2] ?? ''));
}

/** Checks that the lessons named in `checks.ts` exist, as far as they are plain strings. */
export function checkLessonReferences(file: string, code: string, { list, known }: Reading): void {
  code.split('\n').forEach((source, index) => {
    for (const [, , reference = ''] of source.matchAll(/\blesson:\s*(['"`])([^'"`$]+)\1/g)) {
      if (known.lessonPlaces.includes(reference)) continue;
      list.reportIn(file)({
        place: lineOf(index + 1),
        value: reference,
        problem: `There is no lesson or beat ${reference}.`,
        remedy: suggestName(reference, known.lessonPlaces),
      });
    }
  });
}
