import type { Lab } from '../model/course.ts';
import type { Line } from '../model/lines.ts';
import {
  countRefused,
  isRefusal,
  type Race,
  type RaceMistake,
  type Racer,
  raceRounds,
  requestsPerSecond,
  typicalRound,
} from '../model/race.ts';
import { layoutRequest } from './blocks.ts';
import { durationText } from './exchange.ts';
import { fitLine, printable, span, textWidth } from './width.ts';
import { wrapSpans } from './wrap.ts';

const numberWidth = 9;
const latencyWidth = 9;
const linesWidth = 7;
const docsWidth = 6;
/** Where a bar would get shorter than this, the latencies make room for it. */
const shortestBar = 9;

type RaceLab = Pick<Lab, 'race'>;

/** What stands beside each bar, by what there is room for. */
type Columns = {
  nameWidth: number;
  barWidth: number;
  refusedWidth: number;
  hasLatencies: boolean;
  mistakes: number;
};

/** A race as it stands: a bar for each server, as long as its requests per second, and what got through. */
export function layoutRace({ race: spec }: RaceLab, race: Race, width: number): Line[] {
  if (spec === undefined) return [];
  const columns = chooseColumns(race.racers, spec.mistakes.length, width);
  const fastest = Math.max(1, ...race.racers.map(requestsPerSecond));
  const rows = race.racers.map((racer) => layoutRacer(racer, columns, fastest, width));
  const reasons = race.racers.flatMap(({ entrant, reason }) =>
    reason === undefined
      ? []
      : wrapSpans([span(`${entrant.name}: `, 'muted'), span(printable(reason), 'warn')], width),
  );
  return [
    ...layoutRequest(spec.request, width),
    [],
    fitLine([span(headingOf(columns), 'muted')], width),
    ...rows,
    ...(reasons.length === 0 ? [] : [[], ...reasons]),
    [],
    ...wrapSpans([span(raceFootnote(race), 'muted')], width),
    ...layoutMissed(race.racers, spec.mistakes, width),
  ];
}

function chooseColumns(racers: Racer[], mistakes: number, width: number): Columns {
  const nameWidth = Math.max(...racers.map(({ entrant }) => entrant.name.length));
  const refusedWidth = Math.max('refused'.length, `${mistakes}/${mistakes}`.length) + 2;
  const ownWidth = mistakes === 0 ? 0 : linesWidth + refusedWidth + docsWidth;
  const room = width - 2 - nameWidth - numberWidth - 2 - ownWidth;
  const hasLatencies = mistakes === 0 || room - 2 * latencyWidth >= shortestBar;
  const barWidth = Math.max(4, room - (hasLatencies ? 2 * latencyWidth : 0) - 1);
  return { nameWidth, barWidth, refusedWidth, hasLatencies, mistakes };
}

function headingOf({ nameWidth, barWidth, refusedWidth, ...columns }: Columns): string {
  return [
    ' '.repeat(nameWidth + 2),
    'per second'.padStart(numberWidth + 1),
    ' '.repeat(barWidth + 1),
    columns.hasLatencies ? 'p50'.padStart(latencyWidth) + 'p99'.padStart(latencyWidth) : '',
    columns.mistakes === 0
      ? ''
      : 'lines'.padStart(linesWidth) +
        'refused'.padStart(refusedWidth) +
        'docs'.padStart(docsWidth),
  ].join('');
}

/** What is to be known before one believes a figure. */
function raceFootnote({ isOver, round }: Race): string {
  const conditions =
    'One process each, in turn, ten connections over loopback; whoever sends shares the machine. It compares frameworks, not what your own code will do.';
  if (isOver) return conditions;
  return round === 0 ? 'Getting ready …' : `Round ${round} of ${raceRounds} … ${conditions}`;
}

function layoutRacer(racer: Racer, columns: Columns, fastest: number, width: number): Line {
  const { entrant, state } = racer;
  const isOut = state === 'out';
  const mark = isOut
    ? span('✘ ', 'warn')
    : span(state === 'running' ? '▸ ' : '  ', 'accent', { isBold: true });
  const name = span(entrant.name.padEnd(columns.nameWidth), isOut ? 'muted' : undefined);
  const line = [mark, name, ...layoutSpeed(racer, columns, fastest), ...layoutOwn(racer, columns)];
  return fitLine(line, width);
}

const wordState: Record<Racer['state'], string> = {
  waiting: '',
  starting: 'starting …',
  ready: 'ready',
  running: 'ready',
  out: 'not in this race',
};

/** As wide whatever is known, so that nothing moves when it is. */
function layoutSpeed(racer: Racer, columns: Columns, fastest: number): Line {
  const { state, durationMs } = racer;
  const latenciesWidth = columns.hasLatencies ? 2 * latencyWidth : 0;
  if (state === 'out' || durationMs === 0) {
    const shownWidth = numberWidth + 2 + columns.barWidth + latenciesWidth;
    return [span(`  ${wordState[state]}`.padEnd(shownWidth), 'muted')];
  }
  const perSecond = requestsPerSecond(racer);
  const cells = (perSecond / fastest) * columns.barWidth;
  const typical = typicalRound(racer);
  const latencies =
    typical === undefined
      ? ''
      : [typical.p50Ms, typical.p99Ms].map((ms) => latencyText(ms).padStart(latencyWidth)).join('');
  return [
    span(countText(perSecond).padStart(numberWidth), undefined, { isBold: true }),
    span('  '),
    span(barOf(cells).padEnd(columns.barWidth), state === 'running' ? 'accent' : 'ok'),
    ...(columns.hasLatencies ? [span(latencies.padStart(latenciesWidth), 'muted')] : []),
  ];
}

/** What an entrant is apart from fast. */
function layoutOwn(racer: Racer, { mistakes, refusedWidth }: Columns): Line {
  if (mistakes === 0) return [];
  const lines = span(String(racer.entrant.lines).padStart(linesWidth));
  const refused = countRefused(racer);
  if (refused === undefined) {
    const unknown = racer.state === 'out' ? '-' : '…';
    return [lines, span(unknown.padStart(refusedWidth) + unknown.padStart(docsWidth), 'muted')];
  }
  return [
    lines,
    span(`${refused}/${mistakes}`.padStart(refusedWidth), refused === mistakes ? 'ok' : 'wrong'),
    racer.hasDocs ? span('✔'.padStart(docsWidth), 'ok') : span('✘'.padStart(docsWidth), 'wrong'),
  ];
}

/** The mistakes that somebody took, and with which status; who took none has no column. */
function layoutMissed(racers: Racer[], mistakes: RaceMistake[], width: number): Line[] {
  const takers = racers.filter(({ answers = [] }) => !answers.every(isRefusal));
  if (takers.length === 0) return [];
  const columns = takers.map(({ entrant, answers = [] }) => {
    return { name: entrant.name, answers, width: Math.max(entrant.name.length, 3) + 2 };
  });
  const taken = mistakes.map((mistake, place) => ({ ...mistake, place }));
  const rows = taken.filter(({ place }) =>
    columns.some(({ answers }) => !isRefusal(answers[place] ?? 0)),
  );
  const title = 'Not refused';
  const nameWidth = Math.max(title.length, ...rows.map(({ name }) => textWidth(name)));
  const heading = columns.map((column) => column.name.padStart(column.width)).join('');
  return [
    [],
    fitLine([span(title.padEnd(nameWidth) + heading, 'muted')], width),
    ...rows.map(({ name, place }) => {
      const cells = columns.map(({ answers, width }) => {
        const status = answers[place] ?? 0;
        if (isRefusal(status)) return span('✔'.padStart(width), 'ok');
        return span((status === 0 ? 'none' : String(status)).padStart(width), 'wrong');
      });
      const gap = ' '.repeat(nameWidth - textWidth(name));
      return fitLine([span(name), span(gap), ...cells], width);
    }),
  ];
}

/** Measured in whole milliseconds. */
function latencyText(ms: number): string {
  return ms < 1 ? '< 1 ms' : durationText(ms).replace('.0', '');
}

/** A bar of this many cells, to an eighth. */
function barOf(cells: number): string {
  const whole = Math.floor(cells);
  const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
  return '█'.repeat(whole) + (eighths[Math.floor((cells - whole) * 8)] ?? '');
}

/** `12 345`, as in a table. */
export function countText(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ' ');
}
