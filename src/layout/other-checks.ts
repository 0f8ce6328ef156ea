import type { Line } from '../model/lines.ts';
import type { CheckResult } from '../model/verdict.ts';
import { layoutCheckTitle } from './failure.ts';
import { fitLine, span, spread, textWidth } from './width.ts';

export type OthersOptions = {
  width: number;
  /** What is left away to save room. */
  fold: { passed: boolean; reasons: boolean; failed: boolean };
  /** Shown beside what is folded: how to see it. Without one the folded checks are named. */
  expandKey?: string | undefined;
};

/** The checks that follow from a failure, in one line; named below it where no key unfolds them. */
export function layoutFollowers(
  followers: CheckResult[],
  indent: string,
  { width, expandKey }: OthersOptions,
): Line[] {
  if (followers.length === 0) return [];
  const count = followers.length;
  const text = `${count} more that probably ${count === 1 ? 'follows' : 'follow'} from it`;
  const line = [span(`${indent}✘ `, 'wrong'), span(text)];
  if (expandKey !== undefined) return [spread(line, [span(expandKey, 'muted')], width)];
  const names = followers.map(({ title }) =>
    fitLine([span(`${indent}    ${title}`, 'muted')], width),
  );
  return [line, ...names];
}

/** The failed checks that are not shown whole, those of one cause together; then the ones that passed. */
export function layoutOthers(
  checks: CheckResult[],
  shownReason: string | undefined,
  options: OthersOptions,
): Line[] {
  const { width, fold } = options;
  const failed = checks.filter(({ status }) => status === 'failed' || status === 'stuck');
  const quiet = checks.filter(({ status }) => status === 'passed' || status === 'skipped');
  return [...layoutFailed(failed, shownReason, options), ...layoutQuiet(quiet, width, fold.passed)];
}

function layoutFailed(
  failed: CheckResult[],
  shownReason: string | undefined,
  options: OthersOptions,
): Line[] {
  const { width, fold, expandKey } = options;
  if (fold.failed && failed.length > 1) {
    const line = [span('✘ ', 'wrong'), span(`${failed.length} more failed`)];
    return [spread(line, [span(expandKey ?? '', 'muted')], width)];
  }
  let last = shownReason;
  const roots = failed.filter(({ followsFrom }) => followsFrom === undefined);
  return roots.flatMap((check) => {
    const reason = check.message === last || fold.reasons ? '' : shortReason(check, width - 4);
    last = check.message;
    const followers = failed.filter(({ followsFrom }) => followsFrom === check.id);
    return [
      ...layoutCheckTitle(check, check.status === 'failed' ? reason : '', width),
      ...layoutFollowers(followers, '  ', options),
    ];
  });
}

/** The message where it fits, else what was compared: the values are shown with the check itself. */
function shortReason({ message, expected, received }: CheckResult, width: number): string {
  const hasValues = expected !== undefined || received !== undefined;
  if (textWidth(message) <= width || !hasValues) return message;
  return message.replace(/: expected .*$/s, ' differs');
}

function layoutQuiet(checks: CheckResult[], width: number, isFolded: boolean): Line[] {
  if (!isFolded) return checks.flatMap((check) => layoutCheckTitle(check, '', width));
  const passed = checks.filter(({ status }) => status === 'passed').length;
  const skipped = checks.length - passed;
  return [
    ...(passed > 0 ? [[span('✔ ', 'ok'), span(`${passed} passed`)]] : []),
    ...(skipped > 0 ? [[span(`· ${skipped} not run`, 'muted')]] : []),
  ];
}
