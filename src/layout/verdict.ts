import type { Line, Tone } from '../model/lines.ts';
import {
  type CheckResult,
  countChecks,
  firstFailure,
  hintKey,
  type Verdict,
  type VerdictStatus,
} from '../model/verdict.ts';
import { durationText } from './exchange.ts';
import { layoutCheckTitle, layoutFailure, layoutHints } from './failure.ts';
import { layoutFollowers, layoutOthers, type OthersOptions } from './other-checks.ts';
import { layoutAdvice, layoutMessage, layoutOutput } from './verdict-message.ts';
import { span, spread } from './width.ts';

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
      ...layoutMessage(verdict, width, options.passedRemedy),
      [],
      ...layoutCheckTitle(first, '', width),
      ...layoutHints(first, options.hintSteps, width),
      ...layoutUnasked(verdict, first, width),
    ];
  }
  const otherLines = layoutOthers(others, shown.at(-1)?.message, folding);
  return [
    layoutHeadline(verdict, width),
    ...layoutMessage(verdict, width, options.passedRemedy),
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

/** Named where the learner may want the same inputs again. */
function seedText({ status, checks, seed }: Verdict): string {
  return status === 'passed' || checks.length === 0 ? '' : `seed ${seed} · `;
}
