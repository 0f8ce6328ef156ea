import { type Exchange, readValidationIssues, type Stage } from '../model/exchange.ts';
import type { Line, Span, Tone } from '../model/lines.ts';
import { isStop, readWay, type Way, type WayRow } from '../model/way.ts';
import { durationText, statusText, statusTone } from './exchange.ts';
import { padLine, printable, span } from './width.ts';
import { wrapSpans } from './wrap.ts';

const nameWidth = 12;
const timeWidth = 8;

/** The picture of a way, and which of its lines is the newest that is lit. */
export type WayLines = { lines: Line[]; newest: number };

/**
 * The way of a request through a lab: a row for each stage down to where it stopped, and the way back. Of its steps the
 * first `lit` are lit; the last one of them is marked while others are still to come.
 */
export function layoutWay(
  exchange: Exchange,
  width: number,
  lit = Number.POSITIVE_INFINITY,
): WayLines {
  const way = readWay(exchange);
  if (way === undefined) return { lines: wrapSpans([span(noWay, 'muted')], width), newest: 0 };
  const isOver = lit >= way.steps;
  const lines: Line[] = [[span('The way of this request', 'muted', { isBold: true })]];
  let before = 0;
  let newest = 0;
  for (const row of way.rows) {
    const litHere = Math.min(row.stages.length, lit - before);
    before += row.stages.length;
    const isCurrent = !isOver && lit <= before && litHere > 0;
    lines.push(...layoutRow(row, { exchange, width, litHere, isCurrent, isOver }));
    if (litHere > 0) newest = lines.length - 1;
  }
  lines.push(...layoutBack(way, exchange, width, isOver));
  return { lines, newest: isOver ? lines.length - 1 : newest };
}

/** Said where a server tells nothing of the way. */
export const noWay = 'This server does not tell what a request comes through: only the labs do.';

type RowState = {
  exchange: Exchange;
  width: number;
  /** How many of its stages are lit. */
  litHere: number;
  isCurrent: boolean;
  /** Whether the whole way is lit. */
  isOver: boolean;
};

function layoutRow(row: WayRow, state: RowState): Line[] {
  const { exchange, width, litHere, isCurrent, isOver } = state;
  const shown = row.stages.slice(0, Math.max(0, litHere));
  const last = shown.at(-1);
  const isLit = last !== undefined;
  const mark = markOf(last, exchange, isCurrent);
  const name = span(
    row.name.padEnd(nameWidth),
    isLit ? (isCurrent ? 'accent' : undefined) : 'muted',
    { isBold: isCurrent },
  );
  const indent: Line = [span(' '.repeat(nameWidth + 2))];
  const words = isLit
    ? wordsOf(row, shown, exchange)
    : isOver
      ? [span(absentWords(row), 'muted')]
      : [];
  const lines = wrapSpans(words, width - timeWidth, { firstIndent: [mark, name], indent });
  const [first = [], ...rest] = lines;
  if (!isLit || row.name === 'server') return [first, ...rest];
  const time = durationText(shown[0]?.atMs ?? 0).padStart(timeWidth);
  return [[...padLine(first, width - timeWidth), span(time, 'muted')], ...rest];
}

function markOf(last: Stage | undefined, exchange: Exchange, isCurrent: boolean): Span {
  if (last === undefined) return span('○ ', 'muted');
  if (last.endedAtMs === undefined) return span('◐ ', 'warn');
  if (isStop(last)) return span(isRefusal(exchange) ? '✘ ' : '● ', toneOf(exchange));
  if (isCurrent) return span('▸ ', 'accent', { isBold: true });
  return last.outcome === 'skipped' && last.name === 'dependency'
    ? span('○ ', 'warn')
    : span('✔ ', 'ok');
}

function wordsOf({ name }: WayRow, shown: Stage[], exchange: Exchange): Span[] {
  const labels = shown.flatMap(({ label }) => (label === undefined ? [] : [printable(label)]));
  const isNamed = name === 'middleware' || name === 'dependency' || name === 'routing';
  const named = isNamed && labels.length > 0 ? [span(labels.join(' → '))] : [];
  const last = shown.at(-1);
  const words = last === undefined ? '' : explain(last, exchange);
  if (words === '') return named;
  const gap = named.length > 0 ? [span('  ')] : [];
  const tone = last !== undefined && isStop(last) ? toneOf(exchange) : 'muted';
  return [...named, ...gap, span(words, tone)];
}

/** What a row without a part in the way says once all is over. */
function absentWords({ name, isPast }: WayRow): string {
  if (!isPast) return 'not reached';
  return name === 'middleware' ? 'none here' : 'nothing to check';
}

/** What a stage did, in a few words; of a stop, why it was one. */
function explain(stage: Stage, exchange: Exchange): string {
  const { name, outcome, threw = 'an error' } = stage;
  switch (name) {
    case 'server':
      return outcome === 'answered' ? 'refuses it, and asks nobody' : 'reads HTTP from the socket';
    case 'middleware':
      if (outcome === 'answered') return 'answers itself, and asks nobody else';
      return outcome === 'threw' ? `threw ${threw}` : '';
    case 'routing':
      return outcome === 'answered' ? explainUnrouted(exchange) : '';
    case 'dependency':
      if (outcome === 'skipped') return 'not run: its own parameter does not fit';
      return outcome === 'threw' ? `threw ${threw}` : '';
    case 'validation':
      return outcome === 'passed' ? 'all fits' : explainMisfit(stage, exchange);
    case 'handler':
      return explainHandler(stage, exchange);
    case 'response':
      if (outcome === 'threw') return 'does not fit the response model';
      return stage.label === undefined ? 'written' : 'fits the response model';
    default:
      return name satisfies never;
  }
}

function explainUnrouted({ request, response }: Exchange): string {
  if (response?.status === 405) return `knows the path, but not with ${request.method}`;
  if (response?.status === 307) {
    const { location = '' } = response.headers;
    return `there is ${printable(URL.parse(location)?.pathname ?? location)} only`;
  }
  return response?.status === 403 ? 'no WebSocket has this path' : 'no route has this path';
}

function explainMisfit({ threw }: Stage, { response }: Exchange): string {
  if (response?.status === 500) return `threw ${threw}, and nobody catches it`;
  const errors = response === undefined ? 0 : readValidationIssues(response).length;
  if (errors > 0) return errors === 1 ? '1 error' : `${errors} errors`;
  return response?.status === 400 ? 'the body cannot be read' : 'a parameter does not fit';
}

function explainHandler(
  { outcome, atMs, endedAtMs, threw = 'an error' }: Stage,
  exchange: Exchange,
) {
  if (endedAtMs === undefined) return 'was still at work when the connection was closed';
  if (outcome === 'passed') return `ran for ${durationText(endedAtMs - atMs)}`;
  return exchange.response?.status === 500
    ? `threw ${threw}, and nobody catches it`
    : `threw ${threw}`;
}

/** The reply on its way out, and what it comes past. */
function layoutBack(way: Way, exchange: Exchange, width: number, isLit: boolean): Line[] {
  if (!isLit) return [[span('○ ', 'muted'), span('the way back', 'muted')]];
  const { response, failure = 'no reply' } = exchange;
  const namesOf = (stages: Stage[]) =>
    stages.map(({ label = 'middleware' }) => printable(label)).join(' → ');
  const status =
    response === undefined
      ? span(printable(failure), 'wrong')
      : span(statusText(response.status), toneOf(exchange), { isBold: true });
  const past =
    way.bypassed.length === 0 ? '' : `  past ${namesOf(way.bypassed)}, which see no reply`;
  const through = way.back.length === 0 ? '' : `  through ${namesOf(way.back)}`;
  return wrapSpans([status, span(past, 'warn'), span(through, 'muted')], width, {
    firstIndent: [span('← ', toneOf(exchange))],
    indent: [span('  ')],
  });
}

function isRefusal({ response }: Exchange): boolean {
  return response === undefined || response.status >= 400;
}

function toneOf({ response }: Exchange): Tone {
  return response === undefined ? 'wrong' : statusTone(response.status);
}
