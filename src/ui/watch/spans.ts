import { durationText, statusTone } from '../../layout/exchange.ts';
import { fitLine, padLine, printable, span, spread } from '../../layout/width.ts';
import type { Json } from '../../model/exchange.ts';
import type { Line, Tone } from '../../model/lines.ts';
import type { Room } from '../room.ts';

/** One piece of work that a service did, within a trace. */
export type Span = {
  number: number;
  service: string;
  name: string;
  traceId: string;
  status: number;
  durationMs: number;
};

export type Breaker = { state: string; failures: number };

export type Services = { breaker?: Breaker; spans: Span[] };

const keptSpans = 100;

export const noServices: Services = { spans: [] };

/** What `GET /spans` answers; what is no span is left out. */
export function readSpans(json: Json | undefined): Span[] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((entry) => {
    const {
      number,
      service,
      name,
      trace_id: traceId,
      status,
      duration_ms: durationMs,
    } = Object(entry);
    const isSpan =
      [number, status, durationMs].every((value) => typeof value === 'number') &&
      [service, name, traceId].every((value) => typeof value === 'string');
    return isSpan ? [{ number, service, name, traceId, status, durationMs }] : [];
  });
}

/** What `GET /breaker` answers; undefined for anything else. */
export function readBreaker(json: Json | undefined): Breaker | undefined {
  const { state, failures } = Object(json);
  return typeof state === 'string' && typeof failures === 'number'
    ? { state, failures }
    : undefined;
}

export function addSpans(state: Services, spans: Span[], breaker: Breaker | undefined): Services {
  // Started again, a lab counts from 1 again.
  const nameOf = ({ number, traceId }: Span) => `${number} ${traceId}`;
  const known = new Set(state.spans.map(nameOf));
  const added = spans.filter((one) => !known.has(nameOf(one)));
  return {
    breaker: breaker ?? state.breaker,
    spans: [...state.spans, ...added].slice(-keptSpans),
  };
}

/** The breaker, and below it what each of the two services did, the newest at the foot. */
export function layoutServices(
  { breaker, spans }: Services,
  [left, right]: readonly [string, string],
  { width, height }: Room,
): Line[] {
  const rows = Math.max(1, height - 2);
  const columnWidth = Math.floor((width - 3) / 2);
  const columnOf = (service: string) =>
    spans
      .filter((one) => one.service === service)
      .slice(-rows)
      .map((one) => spanLine(one, columnWidth));
  const [ofLeft, ofRight] = [columnOf(left), columnOf(right)];
  const body = Array.from(
    { length: rows },
    (_, row): Line => [
      ...padLine(ofLeft[row] ?? [], columnWidth),
      span(' │ ', 'muted'),
      ...(ofRight[row] ?? []),
    ],
  );
  const heading: Line = [
    ...padLine([span(`  ${left.toUpperCase()}`, 'muted')], columnWidth),
    span(' │ ', 'muted'),
    span(`${right.toUpperCase()}  the same letters are one trace`, 'muted'),
  ];
  return [breakerLine(breaker, width), fitLine(heading, width), ...body].slice(0, height);
}

function breakerLine(breaker: Breaker | undefined, width: number): Line {
  if (breaker === undefined) return [span('  asking for the breaker …', 'muted')];
  const { state, failures } = breaker;
  const tones: Record<string, Tone> = { closed: 'ok', open: 'wrong' };
  const words: Record<string, string> = {
    closed: 'requests go through',
    open: 'requests are refused at once',
    'half-open': 'one request may try',
    half_open: 'one request may try',
  };
  return fitLine(
    [
      span('  BREAKER  ', 'muted'),
      span(state === 'closed' ? '● ' : state === 'open' ? '○ ' : '◐ ', tones[state] ?? 'warn'),
      span(printable(state), tones[state] ?? 'warn', { isBold: true }),
      span(
        `  ${failures} ${failures === 1 ? 'failure' : 'failures'} in a row  ${words[state] ?? ''}`,
        'muted',
      ),
    ],
    width,
  );
}

function spanLine({ name, status, traceId, durationMs }: Span, width: number): Line {
  const left = [
    span(`${printable(traceId).slice(0, 4)} `, 'accent'),
    span(String(status), statusTone(status), { isBold: true }),
    span(` ${printable(name)}`),
  ];
  return spread(left, [span(durationText(durationMs), 'muted')], width);
}
