import type { Line, Tone } from '../model/lines.ts';
import {
  type CheckResult,
  type CheckStatus,
  countChecks,
  hintKey,
  type SourceError,
  type Verdict,
  type VerdictStatus,
} from '../model/verdict.ts';
import { layoutRequest } from './blocks.ts';
import { layoutDiff } from './diff.ts';
import { durationText, statusText, statusTone } from './exchange.ts';
import { codeSpans } from './inline.ts';
import { fitLine, printable, span, spread } from './width.ts';
import { wrapSpans } from './wrap.ts';

export type VerdictOptions = {
  width: number;
  /** How many hints to show, by `hintKey`. */
  hintSteps: Record<string, number>;
  /** Whether every failed check is shown whole, not only the first. */
  isExpanded: boolean;
  /** Said in place of the verdict's remedy once all checks passed: a screen has keys for it. */
  passedRemedy?: string;
  /** How a check's lesson is named to the learner. */
  lessonTitle?: (lesson: string) => string;
};

const statusLooks: Record<VerdictStatus, { glyph: string; tone: Tone }> = {
  passed: { glyph: '✔', tone: 'ok' },
  failed: { glyph: '✘', tone: 'wrong' },
  broken: { glyph: '✘', tone: 'wrong' },
  stuck: { glyph: '✘', tone: 'warn' },
};

const checkLooks: Record<CheckStatus, { glyph: string; tone: Tone }> = {
  passed: { glyph: '✔', tone: 'ok' },
  failed: { glyph: '✘', tone: 'wrong' },
  stuck: { glyph: '✘', tone: 'warn' },
  skipped: { glyph: '·', tone: 'muted' },
};

/** A verdict as read from top to bottom: outcome, first failure with its evidence, hints, the other checks. */
export function layoutVerdict(verdict: Verdict, options: VerdictOptions): Line[] {
  const { width } = options;
  const looks = statusLooks[verdict.status];
  const { passed, total } = countChecks(verdict);
  const counts = total > 0 ? `   ${passed} of ${total} checks` : '';
  const headline = spread(
    [span(`${looks.glyph} ${verdict.status}`, looks.tone, { isBold: true }), span(counts)],
    [span(`${seedText(verdict)}graded in ${durationText(verdict.durationMs)}`, 'muted')],
    width,
  );
  const failed = verdict.checks.filter(
    (check) => check.status === 'failed' || check.status === 'stuck',
  );
  const shownWhole = options.isExpanded ? failed : failed.slice(0, 1);
  const others = verdict.checks.filter((check) => !shownWhole.includes(check));
  return [
    headline,
    ...layoutMessage(verdict, options),
    ...layoutOwnChecksProblem(verdict, width),
    ...shownWhole.flatMap((check) => [[], ...layoutFailure(check, options)]),
    ...(others.length > 0 ? [[]] : []),
    ...layoutOthers(others, shownWhole.at(-1)?.message, width),
    ...layoutOutput(verdict, width),
  ];
}

/** Named where the learner may want the same inputs again. */
function seedText({ status, checks, seed }: Verdict): string {
  return status === 'passed' || checks.length === 0 ? '' : `seed ${seed} · `;
}

function layoutMessage(verdict: Verdict, options: VerdictOptions): Line[] {
  const { width } = options;
  const isPlainFailure = verdict.status === 'failed' && !isOwnFailure(verdict);
  const message = isPlainFailure ? [] : wrapSpans([span(printable(verdict.message))], width);
  const error =
    verdict.error === undefined ? [] : layoutSourceError(withoutRepetition(verdict), width);
  const request = verdict.stuck?.request;
  const stuck = request === undefined ? [] : indented(layoutRequest(request, width - 2));
  const advice =
    verdict.status === 'passed' ? (options.passedRemedy ?? verdict.remedy) : verdict.remedy;
  const remedy =
    isPlainFailure || advice === '' ? [] : wrapSpans([span(printable(advice), 'muted')], width);
  const lines = [...message, ...stuck, ...error, ...remedy];
  return lines.length === 0 ? [] : [[], ...lines];
}

/** Whether all that failed are checks of the learner's own: the verdict says what that means. */
function isOwnFailure({ checks }: Verdict): boolean {
  const failed = checks.filter(({ status }) => status !== 'passed');
  return failed.length > 0 && failed.every(({ isOwn }) => isOwn);
}

function layoutOwnChecksProblem({ ownChecksProblem }: Verdict, width: number): Line[] {
  if (ownChecksProblem === undefined) return [];
  return [[], ...wrapSpans([span(printable(ownChecksProblem), 'warn')], width)];
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

const hanging = { firstIndent: [], indent: [span('  ')] };

/** `handler.ts:14` with the source line, then what was thrown. */
export function layoutSourceError(error: SourceError, width: number): Line[] {
  const name = error.file?.split(/[\\/]/).at(-1);
  const place =
    name === undefined ? undefined : error.line === undefined ? name : `${name}:${error.line}`;
  const source = error.sourceLine?.trim();
  return [
    ...(error.message === ''
      ? []
      : wrapSpans([span(printable(error.message), 'wrong')], width, hanging)),
    ...(place === undefined
      ? []
      : wrapSpans(
          [span(`${printable(place)}   `, 'accent'), span(printable(source ?? ''), 'code-string')],
          width,
          hanging,
        )),
  ];
}

/** The checks that are not shown whole; a reason that several share stands once. */
function layoutOthers(checks: CheckResult[], shownReason: string | undefined, width: number) {
  let last = shownReason;
  return checks.flatMap((check) => {
    const isRepeated = check.status === 'failed' && check.message === last;
    if (check.status === 'failed') last = check.message;
    return layoutCheckTitle(isRepeated ? { ...check, message: '' } : check, width);
  });
}

function layoutCheckTitle(check: CheckResult, width: number): Line[] {
  const { glyph, tone } = checkLooks[check.status];
  const isQuiet = check.status === 'skipped';
  const suffix = isQuiet ? '  (not run)' : '';
  const title = wrapSpans([span(`${check.title}${suffix}`, isQuiet ? 'muted' : undefined)], width, {
    firstIndent: [span(`${glyph} `, tone)],
    indent: [span('  ')],
  });
  if (check.status !== 'failed' || check.message === '') return title;
  const message = [span(`    ${printable(check.message)}`, 'muted')];
  return [...title, fitLine(message, width)];
}

const labelWidth = 10;

/** A label at the left, its lines beside it. */
function labelled(label: string, lines: Line[], tone: Tone = 'muted'): Line[] {
  return lines.map((line, index) => [
    span('  '),
    span(index === 0 ? label.padEnd(labelWidth) : ' '.repeat(labelWidth), tone),
    ...line,
  ]);
}

function layoutFailure(check: CheckResult, options: VerdictOptions): Line[] {
  const { width } = options;
  const column = width - labelWidth - 2;
  const { glyph, tone } = checkLooks[check.status];
  const title = wrapSpans([span(check.title, undefined, { isBold: true })], width, {
    firstIndent: [span(`${glyph} `, tone)],
    indent: [span('  ')],
  });
  const exchange = check.exchanges.at(-1);
  const sent =
    exchange === undefined ? [] : labelled('sent', layoutRequest(exchange.request, column));
  const answered =
    exchange?.response === undefined
      ? []
      : labelled('answered', [
          [span(statusText(exchange.response.status), statusTone(exchange.response.status))],
        ]);
  const hasDiff = check.expected !== undefined || check.received !== undefined;
  // The difference below says what was expected and received; here it is enough to name what was compared.
  const reason = hasDiff ? check.message.replace(/: expected .*$/s, '') : check.message;
  const why = labelled('wrong', wrapSpans([span(printable(reason))], column));
  const diff = hasDiff ? indented(layoutDiff(check.expected, check.received, width - 2)) : [];
  const thrown =
    check.thrown === undefined ? [] : labelled('thrown', layoutSourceError(check.thrown, column));
  const lessonName = options.lessonTitle?.(check.lesson) ?? check.lesson;
  const lesson = labelled('lesson', wrapSpans([span(lessonName)], column));
  return [
    ...title,
    ...sent,
    ...answered,
    ...why,
    ...diff,
    ...thrown,
    ...lesson,
    ...layoutHints(check, options),
  ];
}

function layoutHints(check: CheckResult, options: VerdictOptions): Line[] {
  const shown = check.hints.slice(0, options.hintSteps[hintKey(check)] ?? 0);
  return shown.flatMap((hint, index) => [
    [],
    ...hint.split('\n').flatMap((text, row) =>
      wrapSpans(codeSpans(text), options.width, {
        firstIndent:
          row === 0
            ? [span(`Hint ${index + 1} of ${check.hints.length}: `, 'accent')]
            : [span('  ')],
        indent: [span('  ')],
      }),
    ),
  ]);
}

/** A line of a printed stack that lies outside the learner's own files, or in Node's native code. */
const foreignFrame =
  /^\s+at .*(?:node_modules|node:|<anonymous>|[\\/]dist[\\/])|^\s*\d+: 0x[0-9a-f]+|^-+ (?:Native|JavaScript) stack trace/;

/** What the learner's own code printed, the end of it. */
function layoutOutput(verdict: Verdict, width: number): Line[] {
  if (verdict.status === 'passed' || verdict.output.trim() === '') return [];
  const maxLines = 12;
  const lines = printable(verdict.output.trimEnd())
    .split('\n')
    .filter((line) => !foreignFrame.test(line));
  if (lines.every((line) => line.trim() === '')) return [];
  const shown = lines.slice(-maxLines);
  const title = lines.length > maxLines ? `It printed (last ${maxLines} lines)` : 'It printed';
  return [
    [],
    [span(title, 'muted')],
    ...shown.flatMap((text) => wrapSpans([span(text, 'muted')], width, { indent: [span('  ')] })),
  ];
}
