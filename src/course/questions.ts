import type { Card, Code, Question } from '../model/course.ts';
import { takeCode } from './code-library.ts';
import { parseSchema, placeOf } from './parse-schema.ts';
import { type Report, suggestName } from './problems.ts';
import { readText } from './read-text.ts';
import type { Reading } from './reading.ts';
import { linesWithin } from './regions.ts';
import { prepareRequest } from './request-schema.ts';
import { cardsSchema, questionsSchema } from './schemas.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

/** The lesson that questions belong to. */
type Home = { lesson: string; lab: string | undefined };

/** The questions of a `questions.yaml`, whose ids are unique in the course. */
export async function readQuestions(
  file: string,
  home: Home,
  reading: Reading,
): Promise<Question[] | undefined> {
  const report = reading.list.reportIn(file);
  const document = await readList(file, 'question', reading);
  const parsed = document && parseSchema(questionsSchema, document, report);
  if (document === undefined || parsed === undefined) return undefined;
  return parsed.flatMap(({ beat, lab: ownLab, choose, bug, predict, ...rubric }, index) => {
    const faultOf = (key: string, value: string): Report => {
      const place = placeOf(document.lineAt([index, key]), [index, key]);
      return (problem) => report({ ...problem, place, value });
    };
    if (ownLab !== undefined) checkLab(ownLab, faultOf('lab', ownLab), reading);
    const lab = ownLab ?? home.lab ?? '';
    const asked = { ...rubric, shownIn: { lesson: `${home.lesson}/${beat}`, lab } };
    if (choose !== undefined) {
      const choices = choose.map(({ right, ...choice }) => ({ ...choice, isRight: right }));
      return { ...asked, kind: 'choose' as const, choices };
    }
    if (bug !== undefined) {
      const found = takeBug(`${home.lesson}/${bug}`, faultOf('bug', bug), reading);
      return found === undefined ? [] : { ...asked, kind: 'bug' as const, ...found };
    }
    if (predict !== undefined) {
      const { choices, ...request } = predict;
      return { ...asked, kind: 'predict' as const, request: prepareRequest(request), choices };
    }
    return { ...asked, kind: 'say' as const };
  });
}

function checkLab(lab: string, report: Report, { known }: Reading): void {
  if (known.labs.includes(lab)) return;
  const problem = `There is no lab ${lab}.`;
  report({ place: '', value: lab, problem, remedy: suggestName(lab, known.labs) });
}

/** The code of a file with a bug in it: its regions are code, in that bug, and fix. */
function takeBug(
  file: string,
  report: Report,
  { library, highlight }: Reading,
): { code: Code; bugLines: number[]; fix: Code } | undefined {
  const code = takeCode(library, `${file}#code`, highlight);
  const fix = takeCode(library, `${file}#fix`, highlight);
  const bugLines = linesWithin(library.get(file), 'code', 'bug');
  for (const taken of [code, fix]) {
    if (!('lines' in taken)) report({ place: '', value: file, ...taken });
  }
  if (!('lines' in code) || !('lines' in fix)) return undefined;
  if (bugLines.length > 0) return { code, bugLines, fix };
  report({
    place: '',
    value: file,
    problem: `The file ${file} has no region bug within its region code.`,
    remedy: 'Put the lines of the bug between # region bug and # endregion bug.',
  });
  return undefined;
}

/** The cards of a `cards.yaml`, whose ids are unique in the course. */
export async function readCards(file: string, reading: Reading): Promise<Card[] | undefined> {
  const document = await readList(file, 'card', reading);
  return document && parseSchema(cardsSchema, document, reading.list.reportIn(file));
}

async function readList(
  file: string,
  scope: string,
  { root, list, ids }: Reading,
): Promise<YamlDocument | undefined> {
  const report = list.reportIn(file);
  const text = await readText(root, file, report);
  const document = text === undefined ? undefined : readYaml(text, 1, report);
  if (document === undefined || !Array.isArray(document.value)) return document;
  const entries: unknown[] = document.value;
  entries.forEach((entry, index) => {
    if (typeof entry !== 'object' || entry === null || !('id' in entry)) return;
    if (typeof entry.id !== 'string') return;
    ids.claim(scope, entry.id, { file, line: document.lineAt([index, 'id']) }, report);
  });
  return document;
}
