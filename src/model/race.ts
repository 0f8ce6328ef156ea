import type { PreparedRequest } from './course.ts';
import type { Json } from './exchange.ts';

/** One server of a race. A `lab` is served as labs are, a `node` or `python` file starts a server by itself. */
export type RaceEntrant = {
  name: string;
  kind: 'lab' | 'node' | 'python';
  /** Absolute path, or relative to the package in the compiled course. */
  file: string;
  /** Lines of code, without empty ones and comments. */
  lines: number;
  /** How uvicorn calls a `python` app when it is no ASGI app, as in Flask. */
  interface?: 'wsgi';
};

/** A request that should be refused; `name` says what is wrong with it. */
export type RaceMistake = PreparedRequest & { name: string };

/** Several servers that answer the same request, and requests that each should refuse. */
export type RaceSpec = {
  request: PreparedRequest;
  mistakes: RaceMistake[];
  entrants: RaceEntrant[];
};

/** One entrant as far as the race has come. */
export type Racer = {
  entrant: RaceEntrant;
  state: 'waiting' | 'starting' | 'ready' | 'running' | 'out';
  /** Why it is out. */
  reason?: string;
  requests: number;
  durationMs: number;
  /** Latencies of each round in ms. */
  rounds: { p50Ms: number; p99Ms: number }[];
  /** The status it gave each of the mistakes, in their order; 0 where it gave none. */
  answers?: number[];
  /** Whether it documents itself at /openapi.json. */
  hasDocs?: boolean;
};

export type Race = { racers: Racer[]; round: number; isOver: boolean };

export type RaceEvent =
  | { kind: 'starting' | 'running' | 'resting'; entrant: number }
  | { kind: 'ready'; entrant: number; answers: number[]; hasDocs: boolean }
  | { kind: 'out'; entrant: number; reason: string }
  | { kind: 'answered'; entrant: number; requests: number; durationMs: number }
  | { kind: 'measured'; entrant: number; p50Ms: number; p99Ms: number }
  | { kind: 'round'; round: number }
  | { kind: 'over' };

/** Rounds in which every entrant runs once, so that a machine whose speed drifts treats all alike. */
export const raceRounds = 3;

export function startRace({ entrants }: Pick<RaceSpec, 'entrants'>): Race {
  const racers = entrants.map((entrant): Racer => {
    return { entrant, state: 'waiting', requests: 0, durationMs: 0, rounds: [] };
  });
  return { racers, round: 0, isOver: false };
}

export function reduceRace(race: Race, event: RaceEvent): Race {
  switch (event.kind) {
    case 'round':
      return { ...race, round: event.round };
    case 'over':
      return { ...race, isOver: true };
    case 'starting':
      return changeRacer(race, event.entrant, () => ({ state: 'starting' }));
    case 'running':
      return changeRacer(race, event.entrant, () => ({ state: 'running' }));
    case 'resting':
      return changeRacer(race, event.entrant, () => ({ state: 'ready' }));
    case 'ready': {
      const { answers, hasDocs } = event;
      return changeRacer(race, event.entrant, () => ({ state: 'ready', answers, hasDocs }));
    }
    case 'out':
      return changeRacer(race, event.entrant, () => ({ state: 'out', reason: event.reason }));
    case 'answered':
      return changeRacer(race, event.entrant, ({ requests, durationMs }) => ({
        requests: requests + event.requests,
        durationMs: durationMs + event.durationMs,
      }));
    case 'measured': {
      const { p50Ms, p99Ms } = event;
      return changeRacer(race, event.entrant, ({ rounds }) => ({
        rounds: [...rounds, { p50Ms, p99Ms }],
      }));
    }
    default:
      return event satisfies never;
  }
}

function changeRacer(race: Race, place: number, change: (racer: Racer) => Partial<Racer>): Race {
  const racers = race.racers.map((racer, index) =>
    index === place ? { ...racer, ...change(racer) } : racer,
  );
  return { ...race, racers };
}

/** Whether a status refuses what was sent. A 500 does not: nobody looked at it. */
export function isRefusal(status: number): boolean {
  return status >= 400 && status < 500;
}

/** How many of the mistakes it refused; undefined before it was asked. */
export function countRefused({ answers }: Racer): number | undefined {
  return answers?.filter(isRefusal).length;
}

/** Mean over all rounds; 0 before the first reply. */
export function requestsPerSecond({ requests, durationMs }: Racer): number {
  return durationMs === 0 ? 0 : (requests / durationMs) * 1000;
}

/** The median round's latencies in ms; undefined before the first round is over. */
export function typicalRound({ rounds }: Racer): Racer['rounds'][number] | undefined {
  const sorted = [...rounds].sort((one, other) => one.p50Ms - other.p50Ms);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Whether two replies say the same: numbers may differ in their last digits, as two languages compute them. */
export function saysTheSame(one: Json | undefined, other: Json | undefined): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [entries, others] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && saysTheSame(value, others.get(key)))
  );
}
