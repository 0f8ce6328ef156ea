import type { Lab } from '../model/course.ts';
import type { Line } from '../model/lines.ts';
import {
  type Race,
  type Racer,
  raceRounds,
  requestsPerSecond,
  typicalRound,
} from '../model/race.ts';
import { layoutRequest } from './blocks.ts';
import { durationText } from './exchange.ts';
import { fitLine, printable, span } from './width.ts';
import { wrapSpans } from './wrap.ts';

const numberWidth = 9;
const latencyWidth = 9;

type RaceLab = Pick<Lab, 'race'>;

/** A race as it stands: a bar for each server, as long as its requests per second. */
export function layoutRace({ race: spec }: RaceLab, race: Race, width: number): Line[] {
  if (spec === undefined) return [];
  const nameWidth = Math.max(...race.racers.map(({ entrant }) => entrant.name.length));
  const fastest = Math.max(1, ...race.racers.map(requestsPerSecond));
  const barWidth = Math.max(4, width - nameWidth - numberWidth - 2 * latencyWidth - 6);
  const heading = [
    ' '.repeat(nameWidth + 2),
    'per second'.padStart(numberWidth + 1),
    ' '.repeat(barWidth + 1),
    'p50'.padStart(latencyWidth),
    'p99'.padStart(latencyWidth),
  ].join('');
  const rows = race.racers.map((racer) =>
    racerLine(racer, { nameWidth, barWidth, fastest, width }),
  );
  const compared = spec.mistakes.length === 0 ? [] : layoutCompared(race.racers, spec, nameWidth);
  const reasons = race.racers.flatMap(({ entrant, reason }) =>
    reason === undefined
      ? []
      : wrapSpans([span(`${entrant.name}: `, 'muted'), span(printable(reason), 'warn')], width),
  );
  return [
    ...layoutRequest(spec.request, width),
    [],
    fitLine([span(heading, 'muted')], width),
    ...rows,
    ...compared,
    ...(reasons.length === 0 ? [] : [[], ...reasons]),
    [],
    ...wrapSpans([span(raceFootnote(race), 'muted')], width),
  ];
}

/** What is to be known before one believes a figure. */
function raceFootnote({ isOver, round }: Race): string {
  const conditions =
    'One process each, in turn, ten connections over loopback; whoever sends shares the machine. It compares frameworks, not what your own code will do.';
  if (isOver) return conditions;
  return round === 0 ? 'Getting ready …' : `Round ${round} of ${raceRounds} … ${conditions}`;
}

function racerLine(
  racer: Racer,
  sizes: { nameWidth: number; barWidth: number; fastest: number; width: number },
): Line {
  const { entrant, state } = racer;
  const isOut = state === 'out';
  const mark = isOut
    ? span('✘ ', 'warn')
    : span(state === 'running' ? '▸ ' : '  ', 'accent', { isBold: true });
  const name = span(entrant.name.padEnd(sizes.nameWidth), isOut ? 'muted' : undefined);
  if (isOut) return [mark, name, span('  not in this race', 'muted')];
  if (racer.durationMs === 0) {
    const words = state === 'waiting' ? '' : state === 'starting' ? 'starting …' : 'ready';
    return [mark, name, span(words.padStart(numberWidth + 2), 'muted')];
  }
  const perSecond = requestsPerSecond(racer);
  const cells = (perSecond / sizes.fastest) * sizes.barWidth;
  const typical = typicalRound(racer);
  const latencies =
    typical === undefined
      ? ''
      : [typical.p50Ms, typical.p99Ms].map((ms) => latencyText(ms).padStart(latencyWidth)).join('');
  return fitLine(
    [
      mark,
      name,
      span(countText(perSecond).padStart(numberWidth), undefined, { isBold: true }),
      span('  '),
      span(barOf(cells).padEnd(sizes.barWidth), state === 'running' ? 'accent' : 'ok'),
      span(latencies, 'muted'),
    ],
    sizes.width,
  );
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

function layoutCompared(
  racers: Racer[],
  { mistakes }: NonNullable<RaceLab['race']>,
  nameWidth: number,
): Line[] {
  const heading = `${' '.repeat(nameWidth + 2)}${'lines'.padStart(7)}  mistakes refused  docs`;
  const rows = racers.map(({ entrant, caught, hasDocs, state }): Line => {
    const lines = span(String(entrant.lines).padStart(7));
    const name = span(`  ${entrant.name.padEnd(nameWidth)}`);
    if (caught === undefined) return [name, lines, span(state === 'out' ? '  -' : '  …', 'muted')];
    const isAll = caught === mistakes.length;
    return [
      name,
      lines,
      span(`  ${`${caught} of ${mistakes.length}`.padEnd(16)}`, isAll ? 'ok' : 'wrong'),
      hasDocs ? span('  ✔', 'ok') : span('  ✘', 'wrong'),
    ];
  });
  return [[], [span(heading, 'muted')], ...rows];
}

/** `12 345`, as in a table. */
export function countText(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ' ');
}
