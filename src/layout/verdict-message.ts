import type { Line } from '../model/lines.ts';
import type { SourceError, Verdict } from '../model/verdict.ts';
import { layoutRequest } from './blocks.ts';
import { layoutSourceError } from './failure.ts';
import { printable, span } from './width.ts';
import { wrapSpans } from './wrap.ts';

/** What the verdict says of the target as a whole; a plain failure is left to its checks. */
export function layoutMessage(
  verdict: Verdict,
  width: number,
  /** Said in place of the remedy once all checks passed. */
  passedRemedy: string | undefined,
): Line[] {
  const isPlainFailure = verdict.status === 'failed' && !isOwnFailure(verdict);
  const message = isPlainFailure ? [] : wrapSpans([span(printable(verdict.message))], width);
  const error =
    verdict.error === undefined ? [] : layoutSourceError(withoutRepetition(verdict), width);
  const request = verdict.stuck?.request;
  const stuck = request === undefined ? [] : indented(layoutRequest(request, width - 2));
  const advice = verdict.status === 'passed' ? (passedRemedy ?? verdict.remedy) : verdict.remedy;
  const remedy = isPlainFailure || advice === '' ? [] : layoutAdvice(printable(advice), width);
  const lines = [...message, ...stuck, ...error, ...remedy];
  return [
    ...(lines.length === 0 ? [] : [[], ...lines]),
    ...layoutOwnChecksProblem(verdict.ownChecksProblem, width),
  ];
}

/** Whether all that failed are checks of the learner's own: the verdict says what that means. */
function isOwnFailure({ checks }: Verdict): boolean {
  const failed = checks.filter(({ status }) => status !== 'passed');
  return failed.length > 0 && failed.every(({ isOwn }) => isOwn);
}

function layoutOwnChecksProblem(problem: string | undefined, width: number): Line[] {
  return problem === undefined ? [] : [[], ...wrapSpans([span(printable(problem), 'warn')], width)];
}

/** The verdict's error; what its message has said already is left out. */
function withoutRepetition({ message, error }: Verdict): SourceError {
  const said = error?.message ?? '';
  const isSaid = error?.file !== undefined && message.includes(said.replace(/\.$/, ''));
  return { ...error, message: isSaid ? '' : said };
}

function indented(lines: Line[]): Line[] {
  return lines.map((line) => [span('  '), ...line]);
}

/** The one thing to do next. */
export function layoutAdvice(text: string, width: number): Line[] {
  const firstIndent = [span('▸ ', 'accent', { isBold: true })];
  return wrapSpans([span(text, 'accent')], width, { firstIndent, indent: [span('  ')] });
}

/** A line of a printed stack that lies outside the learner's own files, or in Node's native code. */
const foreignFrame =
  /^\s+at .*(?:node_modules|node:|<anonymous>|[\\/]dist[\\/])|^\s*\d+: 0x[0-9a-f]+|^-+ (?:Native|JavaScript) stack trace/;

/** What the learner's own code printed, the end of it. */
export function layoutOutput(verdict: Verdict, width: number): Line[] {
  if (verdict.status === 'passed' || verdict.output.trim() === '') return [];
  const maxLines = 12;
  const lines = printable(verdict.output.trimEnd())
    .split('\n')
    .filter((line) => !foreignFrame.test(line));
  if (lines.every((line) => line.trim() === '')) return [];
  const counted = countRepeats(lines);
  const shown = counted.slice(-maxLines);
  const title = counted.length > maxLines ? `It printed (last ${maxLines} lines)` : 'It printed';
  return [
    [],
    [span(title, 'muted')],
    ...shown.flatMap((text) => wrapSpans([span(text, 'muted')], width, { indent: [span('  ')] })),
  ];
}

/** A line that is printed again and again is one, with how often. */
function countRepeats(lines: string[]): string[] {
  const runs: { text: string; times: number }[] = [];
  for (const text of lines) {
    const last = runs.at(-1);
    if (last?.text === text && text.trim() !== '') last.times += 1;
    else runs.push({ text, times: 1 });
  }
  return runs.map(({ text, times }) => (times === 1 ? text : `${text}  (${times} times)`));
}
