import { durationText } from '../../layout/exchange.ts';
import { fitLine, printable, span } from '../../layout/width.ts';
import type { Line, Tone } from '../../model/lines.ts';
import type { Room } from '../room.ts';

/** How long one route took, over time, and what else was asked meanwhile. */
export type Latencies = {
  /** The longest wait that began or went on in each interval of `intervalMs`, in ms; 0 where nothing was asked. */
  waits: number[];
  /** Intervals forgotten at the start. */
  dropped: number;
  /** Requests of the learner's, by the interval in which they were sent. */
  marks: { interval: number; text: string; durationMs?: number }[];
};

export type LatencyEvent =
  /** A wait that began at `sentAtMs` and has lasted until `nowMs`, be it over or not; ms since watching began. */
  | { kind: 'waited'; sentAtMs: number; nowMs: number }
  | { kind: 'marked'; atMs: number; text: string }
  | { kind: 'mark-answered'; durationMs: number };

export const intervalMs = 200;
const keptIntervals = 600;
const keptMarks = 20;

export const noLatencies: Latencies = { waits: [], dropped: 0, marks: [] };

export function reduceLatencies(state: Latencies, event: LatencyEvent): Latencies {
  switch (event.kind) {
    case 'waited': {
      const { sentAtMs, nowMs } = event;
      const waits = [...state.waits];
      const first = Math.max(intervalOf(sentAtMs), state.dropped);
      for (let interval = first; interval <= intervalOf(nowMs); interval++) {
        const untilMs = Math.min(nowMs, (interval + 1) * intervalMs);
        const place = interval - state.dropped;
        while (waits.length <= place) waits.push(0);
        waits[place] = Math.max(waits[place] ?? 0, untilMs - sentAtMs);
      }
      const surplus = Math.max(0, waits.length - keptIntervals);
      return { ...state, waits: waits.slice(surplus), dropped: state.dropped + surplus };
    }
    case 'marked': {
      const mark = { interval: intervalOf(event.atMs), text: event.text };
      return { ...state, marks: [...state.marks, mark].slice(-keptMarks) };
    }
    case 'mark-answered': {
      const last = state.marks.at(-1);
      if (last === undefined) return state;
      const answered = { ...last, durationMs: event.durationMs };
      return { ...state, marks: [...state.marks.slice(0, -1), answered] };
    }
    default:
      return event satisfies never;
  }
}

function intervalOf(atMs: number): number {
  return Math.floor(atMs / intervalMs);
}

const eighths = ['', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const labelWidth = 8;
/** What one row more stands for: each is about three times the one below. */
const stepsPerDecade = 2;

/** The waits as columns on a logarithmic scale, the newest at the right, and below them what was sent meanwhile. */
export function layoutLatencies(state: Latencies, route: string, { width, height }: Room): Line[] {
  const markRows = Math.min(2, Math.max(0, height - 6));
  const rows = Math.max(3, height - 2 - markRows);
  const columns = Math.max(1, width - labelWidth);
  const shown = state.waits.slice(-columns);
  const newest = shown.findLast((wait) => wait > 0) ?? 0;
  const worst = Math.max(0, ...shown);
  const first = state.dropped + state.waits.length - shown.length;
  const head: Line = [
    span('  ROUTE  ', 'muted'),
    span(route),
    span('  now ', 'muted'),
    span(newest === 0 ? '-' : durationText(newest), toneOf(newest), { isBold: true }),
    span('  longest ', 'muted'),
    span(worst === 0 ? '-' : durationText(worst), toneOf(worst)),
  ];
  const chart = Array.from({ length: rows }, (_, index): Line => {
    const row = rows - 1 - index;
    const isLabelled = row % stepsPerDecade === 0;
    const label = isLabelled ? durationWord(10 ** (row / stepsPerDecade)) : '';
    return [
      span(`${label.padStart(labelWidth - 2)} `, 'muted'),
      span('│', 'muted'),
      ...barsOf(shown, row),
    ];
  });
  const axis = Array.from({ length: columns }, (_, column) =>
    state.marks.some(({ interval }) => interval === first + column) ? '▲' : '─',
  ).join('');
  const marks = state.marks.slice(-markRows).map((mark) => markLine(mark, width));
  return [
    fitLine(head, width),
    ...chart,
    [span(' '.repeat(labelWidth - 1)), span(`└${axis}`.slice(0, columns + 1), 'muted')],
    ...marks,
  ].slice(0, height);
}

/** One row of the chart, equal tones in one span. */
function barsOf(waits: number[], row: number): Line {
  const line: Line = [];
  for (const wait of waits) {
    const level =
      wait <= 0 ? 0 : Math.max(0.125, Math.log10(Math.max(wait, 1)) * stepsPerDecade + 0.125);
    const filled = Math.max(0, Math.min(8, Math.round((level - row) * 8)));
    const text = eighths[filled] || ' ';
    const tone = toneOf(wait);
    const last = line.at(-1);
    if (last?.tone === tone) last.text += text;
    else line.push({ text, tone });
  }
  return line;
}

function markLine({ text, durationMs }: Latencies['marks'][number], width: number): Line {
  const took = durationMs === undefined ? '…' : `took ${durationText(durationMs)}`;
  return fitLine([span('  ▲ ', 'muted'), span(printable(text)), span(`  ${took}`, 'muted')], width);
}

function durationWord(ms: number): string {
  return ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`;
}

/** A health check that takes this long: unnoticed, felt, alarming. */
function toneOf(waitMs: number): Tone {
  if (waitMs >= 200) return 'wrong';
  return waitMs >= 30 ? 'warn' : 'ok';
}
