import { basename } from 'node:path';
import { type CheckResult, typesCheckId } from '../../model/verdict.ts';
import { explainDiagnostic } from './plain-words.ts';
import type { TypesReport } from './type-check.ts';

/** The check that an exercise has which asks for types. `lesson` is the one that explains the exercise. */
export function judgeTypes(report: TypesReport, file: string, lesson: string): CheckResult {
  const check = {
    id: typesCheckId,
    title: `TypeScript finds no mistake in ${basename(file)}`,
    lesson,
    exchanges: [],
    hints: [],
  };
  if (report.kind === 'skipped') return { ...check, status: 'skipped', message: report.reason };
  const [first, ...others] = report.diagnostics;
  if (first === undefined) return { ...check, status: 'passed', message: '' };
  const { line, column, sourceLine } = first;
  const more = [...new Set(others.map((other) => other.line))].filter((other) => other !== line);
  const also = more.length === 0 ? '' : ` There is more in ${linesText(more)}.`;
  const explained = explainDiagnostic(first);
  return {
    ...check,
    status: 'failed',
    message: `Line ${line}: ${explained}${also}`,
    place: { message: `TS${first.code}: ${first.messages.at(-1)}`, file, line, column, sourceLine },
    hints: [
      'The place is named above, and your editor underlines it.',
      'What does the schema or the function declare there, and what do you give it?',
      'Change the value, or the declaration that is wrong. `any` and `as` only hide it: the server would still send what it does.',
    ],
  };
}

function linesText(lines: number[]): string {
  const shown = lines.slice(0, 5).join(', ');
  const rest = lines.length > 5 ? ' and more' : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown}${rest}`;
}
