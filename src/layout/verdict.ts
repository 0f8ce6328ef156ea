import type { Line, Tone } from '../model/lines.ts';
import {
  type CheckResult,
  countChecks,
  firstFailure,
  hintKey,
  type SourceError,
  type Verdict,
  type VerdictStatus,
} from '../model/verdict.ts';
import { layoutRequest } from './blocks.ts';
import { durationText } from './exchange.ts';
import { layoutCheckTitle, layoutFailure, layoutHints, layoutSourceError } from './failure.ts';
import { layoutFollowers, layoutOthers, type OthersOptions } from './other-checks.ts';
import { printable, span, spread } from './width.ts';
import { wrapSpans } from './wrap.ts';

export type VerdictOptions = {
  width: number;
  /** How many lines there are to be seen at once; what matters least is folded to fit them. */
  height?: number;
  /** How many hints to show, by `hintKey`. */
  hintSteps: Record<string, number>;
  /** Whether every failed check is shown whole, not only the first. */
  isExpanded: boolean;
  /** Which key unfolds what is folded; without one the folded checks are named. */
  expandKey?: string;
  /** Said in place of the verdict's remedy once all checks passed: a screen has keys for it. */
  passedRemedy?: string;
  /** The one thing to do about the first failure. */
  nextStep?: string;
  /** How a check's lesson is named to the learner. */
  lessonTitle?: (lesson: string) => string;
};

const statusLooks: Record<VerdictStatus, { glyph: string; tone: Tone }> = {
  passed: { glyph: '✔', tone: 'ok' },
  failed: { glyph: '✘', tone: 'wrong' },
  broken: { glyph: '✘', tone: 'wrong' },
  stuck: { glyph: '✘', tone: 'warn' },
};

type Compactness = OthersOptions['fold'] & { isBrief: boolean; maxDiffLines: number };

const unlimited = Number.POSITIVE_INFINITY;
const everything: Compactness = {
  passed: false,
  reasons: false,
  failed: false,
  isBrief: false,
  maxDiffLines: unlimited,
};
const brief = { ...everything, passed: true, isBrief: true };
const shortest = { ...brief, reasons: true, failed: true };

/** From all there is to say down to what fits a small window. */
const steps: Compactness[] = [
  everything,
  { ...everything, passed: true },
  brief,
  { ...brief, reasons: true },
  shortest,
  ...[6, 4].map((maxDiffLines) => ({ ...shortest, maxDiffLines })),
];

/**
 * A verdict as read from top to bottom: outcome, first failure with its evidence, hints, what to do, the other
 * checks, what was printed.
 */
export function layoutVerdict(verdict: Verdict, options: VerdictOptions): Line[] {
  const { height = unlimited, isExpanded } = options;
  const card = (step: Compactness) => layoutCard(verdict, options, step);
  const [first, ...more] = steps.map((step) => () => card(step));
  let lines = first?.() ?? [];
  for (const layout of isExpanded ? [] : more) {
    if (lines.length <= height) break;
    lines = layout();
  }
  return [...lines, ...layoutOutput(verdict, options.width)];
}

function layoutCard(verdict: Verdict, options: VerdictOptions, step: Compactness): Line[] {
  const { width, isExpanded, expandKey } = options;
  const failed = verdict.checks.filter(({ status }) => status === 'failed' || status === 'stuck');
  const first = firstFailure(verdict);
  const shown = isExpanded ? failed : failed.slice(0, 1);
  const followers = isExpanded ? [] : failed.filter((check) => check.followsFrom === first?.id);
  const others = verdict.checks.filter(
    (check) => !shown.includes(check) && (first === undefined || !followers.includes(check)),
  );
  const folding = { width, fold: step, expandKey };
  if (first !== undefined && verdict.status !== 'failed' && !isExpanded) {
    return [
      layoutHeadline(verdict, width),
      ...layoutMessage(verdict, options),
      [],
      ...layoutCheckTitle(first, '', width),
      ...layoutHints(first, options.hintSteps, width),
      ...layoutUnasked(verdict, first, width),
    ];
  }
  const otherLines = layoutOthers(others, shown.at(-1)?.message, folding);
  return [
    layoutHeadline(verdict, width),
    ...layoutMessage(verdict, options),
    ...shown.flatMap((check) => [[], ...layoutShown(check, verdict, options, step)]),
    ...(first === undefined ? [] : layoutFollowers(followers, '', folding)),
    ...(first === undefined || isExpanded ? [] : layoutHints(first, options.hintSteps, width)),
    ...(first === undefined ? [] : layoutNextStep(first, options)),
    ...(otherLines.length > 0 ? [[]] : []),
    ...otherLines,
  ];
}

/** The checks beside the one at which the target ended or fell silent: what they say of it means nothing. */
function layoutUnasked({ checks }: Verdict, first: CheckResult, width: number): Line[] {
  const passed = checks.filter(({ status }) => status === 'passed');
  const count = checks.length - passed.length - 1;
  const words = count === 1 ? '1 more check was' : `${count} more checks were`;
  return [
    ...(count > 0 ? [[span(`· ${words} not answered`, 'muted')]] : []),
    ...passed.flatMap((check) => (check === first ? [] : layoutCheckTitle(check, '', width))),
  ];
}

function layoutHeadline(verdict: Verdict, width: number): Line {
  const looks = statusLooks[verdict.status];
  const { passed, total } = countChecks(verdict);
  const counts = total > 0 ? `   ${passed} of ${total} checks` : '';
  return spread(
    [span(`${looks.glyph} ${verdict.status}`, looks.tone, { isBold: true }), span(counts)],
    [span(`${seedText(verdict)}graded in ${durationText(verdict.durationMs)}`, 'muted')],
    width,
  );
}

function layoutShown(
  check: CheckResult,
  { checks }: Verdict,
  options: VerdictOptions,
  { isBrief, maxDiffLines }: Compactness,
): Line[] {
  const { width } = options;
  const rootTitle = checks.find(({ id }) => id === check.followsFrom)?.title;
  const lessonName = options.lessonTitle?.(check.lesson) ?? check.lesson;
  return [
    ...layoutFailure(check, { width, isBrief, maxDiffLines, lessonName, rootTitle }),
    ...(options.isExpanded ? layoutHints(check, options.hintSteps, width) : []),
  ];
}

function layoutNextStep(check: CheckResult, options: VerdictOptions): Line[] {
  const { nextStep, width, hintSteps, isExpanded } = options;
  if (nextStep === undefined) return [];
  const followsHints = !isExpanded && (hintSteps[hintKey(check)] ?? 0) > 0;
  return [...(followsHints ? [] : [[]]), ...layoutAdvice(nextStep, width)];
}

function layoutAdvice(text: string, width: number): Line[] {
  const firstIndent = [span('▸ ', 'accent', { isBold: true })];
  return wrapSpans([span(text, 'accent')], width, { firstIndent, indent: [span('  ')] });
}

/** Named where the learner may want the same inputs again. */
function seedText({ status, checks, seed }: Verdict): string {
  return status === 'passed' || checks.length === 0 ? '' : `seed ${seed} · `;
}

function layoutMessage(verdict: Verdict, options: VerdictOptions): Line[] {
  const { width } = options;
  const isPlainFailure = verdict.status === 'failed';
  const message = isPlainFailure ? [] : wrapSpans([span(printable(verdict.message))], width);
  const error =
    verdict.error === undefined ? [] : layoutSourceError(withoutRepetition(verdict), width);
  const request = verdict.stuck?.request;
  const stuck = request === undefined ? [] : indented(layoutRequest(request, width - 2));
  const advice =
    verdict.status === 'passed' ? (options.passedRemedy ?? verdict.remedy) : verdict.remedy;
  const remedy = isPlainFailure || advice === '' ? [] : layoutAdvice(printable(advice), width);
  const lines = [...message, ...stuck, ...error, ...remedy];
  return lines.length === 0 ? [] : [[], ...lines];
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
