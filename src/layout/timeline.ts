import type { Timeline } from '../model/course.ts';
import type { Exchange, Period } from '../model/exchange.ts';
import type { Line } from '../model/lines.ts';
import { shareWithin } from '../model/timeline.ts';
import { durationText, statusTone } from './exchange.ts';
import { fitLine, padLine, printable, span, textWidth } from './width.ts';
import { wrapSpans } from './wrap.ts';

/** What is known of a timeline while it is drawn. */
export type TimelineState = {
  /** The replies so far, by the place of their request. */
  results: (Exchange | undefined)[];
  /** Since all were sent: as far as the bars of those without a reply have grown. */
  elapsedMs: number;
  /** When the event loop was held; undefined where nobody tells. */
  busy?: Period[];
};

const resultWidth = '  200  9999 ms'.length;
const shortestAxisMs = 50;
const firstAxisMs = 400;

/** A bar for each request over the time until its reply, all on one axis. */
export function layoutBars({ requests }: Timeline, state: TimelineState, width: number): Line[] {
  const { results, elapsedMs, busy } = state;
  const names = requests.map(({ method, path }) => `${method} ${printable(path)}`);
  const nameWidth = Math.min(Math.max(...names.map(textWidth)), Math.floor(width * 0.38));
  const cells = width - nameWidth - 2 - resultWidth;
  const spans = requests.map((_, index) => results[index]?.durationMs ?? elapsedMs);
  const longestMs = Math.max(...spans);
  const isOver = !results.includes(undefined) && results.length > 0;
  const axisMs = isOver ? ceilAxis(Math.max(shortestAxisMs, longestMs)) : growAxis(longestMs);
  const bars = names.map((name, index): Line => {
    const result = results[index];
    const length = Math.max(1, Math.round(((spans[index] ?? 0) / axisMs) * cells));
    const start = padLine(fitLine([span(name)], nameWidth), nameWidth);
    // How much of it the loop was held is known when all is over.
    const held = isOver ? busy : [];
    const bar = barSpans(Math.min(length, cells), axisMs / cells, result, held);
    return [
      ...padLine([...start, span('  '), ...bar], width - resultWidth),
      ...resultSpans(result),
    ];
  });
  const indent = span(' '.repeat(nameWidth + 2));
  const axis = layoutAxis(axisMs, cells).map((line) => [indent, ...line]);
  return [...bars, ...axis, ...(busy === undefined ? [] : legendLines(busy, width))];
}

/** Full where the loop was held, light where it was free for others; full throughout where nobody tells. */
function barSpans(
  length: number,
  cellMs: number,
  result: Exchange | undefined,
  busy: Period[] | undefined,
): Line {
  if (result === undefined) return [span('░'.repeat(length), 'accent')];
  const tone = result.response === undefined ? 'wrong' : statusTone(result.response.status);
  if (busy === undefined) return [span('█'.repeat(length), tone)];
  const line: Line = [];
  for (let cell = 0; cell < length; cell++) {
    const isBusy = shareWithin(busy, cell * cellMs, (cell + 1) * cellMs) >= 0.5;
    const text = isBusy ? '█' : '░';
    const last = line.at(-1);
    if (last?.text.startsWith(text)) last.text += text;
    else line.push(span(text, isBusy ? 'warn' : tone));
  }
  return line;
}

function resultSpans(result: Exchange | undefined): Line {
  if (result === undefined) return [span('  …', 'muted')];
  const { response, durationMs } = result;
  if (response === undefined) return [span('  no reply', 'wrong')];
  return [
    span(`  ${response.status}`, statusTone(response.status), { isBold: true }),
    span(durationText(durationMs).padStart(resultWidth - 5), 'muted'),
  ];
}

function legendLines(busy: Period[], width: number): Line[] {
  const heldMs = busy.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const held = heldMs === 0 ? 'never' : `${durationText(heldMs)} of it`;
  return wrapSpans(
    [
      span('█ ', 'warn'),
      span(`the event loop was held: ${held}`, 'muted'),
      span('   ░ ', 'ok'),
      span('it was free for others', 'muted'),
    ],
    width,
  );
}

/** The ticks and what they stand for. */
function layoutAxis(axisMs: number, cells: number): Line[] {
  const parts = cells >= 40 ? 4 : 2;
  const ticks = Array.from({ length: parts + 1 }, (_, index) => {
    const place = Math.round((index / parts) * (cells - 1));
    return { place, text: String(Math.round((axisMs * index) / parts)) };
  });
  const rule = Array.from({ length: cells }, (_, cell) => {
    if (cell === 0) return '└';
    return ticks.some(({ place }) => place === cell) ? '┴' : '─';
  }).join('');
  let labels = '';
  for (const { place, text } of ticks) {
    const start = Math.max(labels.length, place - Math.floor(text.length / 2));
    labels = labels.padEnd(start) + text;
  }
  return [[span(rule, 'muted')], [span(`${labels} ms`, 'muted')]];
}

/** While the bars grow it doubles now and then, so that they seldom jump back. */
function growAxis(ms: number): number {
  const doublings = Math.ceil(Math.log2(Math.max(1, ms / firstAxisMs)));
  return firstAxisMs * 2 ** doublings;
}

/** The next figure up that is easy to halve and to quarter. */
function ceilAxis(ms: number): number {
  const power = 10 ** Math.floor(Math.log10(ms));
  const factor = [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].find((one) => one * power >= ms) ?? 10;
  return factor * power;
}
