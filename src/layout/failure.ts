import type { Line, Tone } from '../model/lines.ts';
import { type CheckResult, type CheckStatus, hintKey, type SourceError } from '../model/verdict.ts';
import { layoutRequest } from './blocks.ts';
import { layoutDiff } from './diff.ts';
import { statusText, statusTone } from './exchange.ts';
import { codeSpans } from './inline.ts';
import { fitLine, lineWidth, printable, span } from './width.ts';
import { wrapSpans } from './wrap.ts';

export const checkLooks: Record<CheckStatus, { glyph: string; tone: Tone }> = {
  passed: { glyph: '✔', tone: 'ok' },
  failed: { glyph: '✘', tone: 'wrong' },
  stuck: { glyph: '✘', tone: 'warn' },
  skipped: { glyph: '·', tone: 'muted' },
};

const labelWidth = 10;

/** A label at the left, its lines beside it. */
export function labelled(label: string, lines: Line[], tone: Tone = 'muted'): Line[] {
  return lines.map((line, index) => [
    span('  '),
    span(index === 0 ? label.padEnd(labelWidth) : ' '.repeat(labelWidth), tone),
    ...line,
  ]);
}

export type FailureOptions = {
  width: number;
  /** Whether the difference leaves out what is equal. */
  isBrief: boolean;
  /** How many lines the difference may take; what is cut off is counted. */
  maxDiffLines: number;
  /** How the check's lesson is named to the learner. */
  lessonName: string;
  /** Title of the check that this one follows from. */
  rootTitle?: string | undefined;
};

/** One failed check with its evidence: request, expected beside received, what was thrown, the lesson. */
export function layoutFailure(check: CheckResult, options: FailureOptions): Line[] {
  const { width, lessonName, rootTitle } = options;
  const column = width - labelWidth - 2;
  const { glyph, tone } = checkLooks[check.status];
  const title = wrapSpans([span(check.title, undefined, { isBold: true })], width, {
    firstIndent: [span(`${glyph} `, tone)],
    indent: [span('  ')],
  });
  const request = check.exchanges.at(-1)?.request;
  const sent = request === undefined ? [] : labelled('sent', onOneLine(request, column));
  const thrown =
    check.thrown === undefined ? [] : labelled('thrown', layoutSourceError(check.thrown, column));
  const place =
    check.place === undefined ? [] : labelled('line', layoutSourceError(check.place, column));
  const follows =
    rootTitle === undefined
      ? []
      : labelled('follows', wrapSpans([span(`probably from: ${rootTitle}`, 'muted')], column));
  const lesson = labelled('lesson', wrapSpans([span(lessonName)], column));
  return [
    ...title,
    ...follows,
    ...sent,
    ...layoutComparison(check, options),
    ...thrown,
    ...place,
    ...lesson,
  ];
}

/** Method, path and body beside one another where they fit. */
function onOneLine(request: Parameters<typeof layoutRequest>[0], column: number): Line[] {
  const lines = layoutRequest(request, column);
  const [first = [], second = []] = lines;
  const joined = [...first, span('  '), ...second];
  return lines.length === 2 && lineWidth(joined) <= column ? [joined] : lines;
}

function layoutComparison(check: CheckResult, options: FailureOptions): Line[] {
  const column = options.width - labelWidth - 2;
  const { expected, received, message } = check;
  const status = check.exchanges.at(-1)?.response?.status;
  const hasDiff = expected !== undefined || received !== undefined;
  // The difference below says what was expected and received; here it is enough to name what was compared.
  const compared = hasDiff ? message.replace(/: expected .*$/s, '') : message;
  if (hasDiff && status !== undefined && received === status) {
    const wanted = typeof expected === 'number' ? statusText(expected) : String(expected);
    return [
      ...(compared === 'the status' ? [] : layoutWrong(compared, undefined, column)),
      ...labelled('expected', wrapSpans([span(wanted, 'ok', { isBold: true })], column), 'ok'),
      ...labelled('received', [[span(statusText(status), 'wrong', { isBold: true })]], 'wrong'),
    ];
  }
  const { isBrief, width } = options;
  const diff = hasDiff ? diffOf(check, width - 2, isBrief) : [];
  const verb = compared === message ? '' : ' differs';
  return [
    ...layoutWrong(`${compared}${verb}`, status, column),
    ...cut(diff, options.maxDiffLines).map((line) => [span('  '), ...line]),
  ];
}

/** A card is laid out several times until it fits, and again on every key: a large difference only once. */
const laidOut = new WeakMap<CheckResult, Map<string, Line[]>>();

function diffOf(check: CheckResult, width: number, isBrief: boolean): Line[] {
  const known = laidOut.get(check) ?? new Map<string, Line[]>();
  laidOut.set(check, known);
  const key = `${width} ${isBrief}`;
  const lines = known.get(key) ?? layoutDiff(check.expected, check.received, width, { isBrief });
  known.set(key, lines);
  return lines;
}

/** What is wrong, and the status it came with. */
function layoutWrong(compared: string, status: number | undefined, column: number): Line[] {
  const answered =
    status === undefined
      ? []
      : [span(statusText(status), statusTone(status)), span(', but ', 'muted')];
  return labelled('answered', wrapSpans([...answered, span(printable(compared))], column)).map(
    (line, index) =>
      status === undefined && index === 0
        ? [span('  '), span('wrong'.padEnd(labelWidth), 'muted'), ...line.slice(2)]
        : line,
  );
}

function cut(lines: Line[], most: number): Line[] {
  if (lines.length <= most) return lines;
  const left = lines.length - most + 1;
  return [...lines.slice(0, most - 1), [span(`  … ${left} more lines`, 'muted')]];
}

const hanging = { firstIndent: [], indent: [span('  ')] };

/** `handler.ts:14` with the source line, below what was thrown. */
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

/** The hints given so far, each on a line of its own, wrapped. */
export function layoutHints(
  check: CheckResult,
  hintSteps: Record<string, number>,
  width: number,
): Line[] {
  const shown = check.hints.slice(0, hintSteps[hintKey(check)] ?? 0);
  const lines = shown.flatMap((hint, index) =>
    hint.split('\n').flatMap((text, row) =>
      wrapSpans(codeSpans(text), width, {
        firstIndent:
          row === 0
            ? [span(`Hint ${index + 1} of ${check.hints.length}: `, 'accent')]
            : [span('  ')],
        indent: [span('  ')],
      }),
    ),
  );
  return lines.length === 0 ? [] : [[], ...lines];
}

/** A check by its title, with a word on why it is not passed. */
export function layoutCheckTitle(check: CheckResult, reason: string, width: number): Line[] {
  const { glyph, tone } = checkLooks[check.status];
  const isQuiet = check.status === 'skipped';
  const suffix = isQuiet ? '  (not run)' : '';
  const title = wrapSpans([span(`${check.title}${suffix}`, isQuiet ? 'muted' : undefined)], width, {
    firstIndent: [span(`${glyph} `, tone)],
    indent: [span('  ')],
  });
  if (reason === '') return title;
  return [...title, fitLine([span(`    ${printable(reason)}`, 'muted')], width)];
}
