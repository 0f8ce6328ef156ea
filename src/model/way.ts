import { type Exchange, type Stage, type StageName, stageNames } from './exchange.ts';

/** Stages that a request came through one after the other under one name, such as all middleware on its way in. */
export type WayRow = {
  name: StageName;
  stages: Stage[];
  /** Whether the request came by where the stage would be. */
  isPast: boolean;
};

/** A request's way through a lab: in as far as it came, and out again with the reply. */
export type Way = {
  rows: WayRow[];
  /** Middleware that the reply went back through, the innermost first. */
  back: Stage[];
  /** Middleware that an error went past, the innermost first: none of it saw the reply. */
  bypassed: Stage[];
  /** How many stages can be lit, one after the other; the last one is the way back. */
  steps: number;
};

/** Shown although the request did not come there, so that one sees what it was spared. */
const alwaysShown: StageName[] = [
  'server',
  'middleware',
  'routing',
  'validation',
  'handler',
  'response',
];

/** The way of a request; undefined where the server that answered told of none. */
export function readWay({ stages }: Pick<Exchange, 'stages'>): Way | undefined {
  if (stages === undefined || stages.length === 0) return undefined;
  const reached: WayRow[] = [];
  for (const stage of stages) {
    const last = reached.at(-1);
    if (last?.name === stage.name && stage.name !== 'routing') last.stages.push(stage);
    else reached.push({ name: stage.name, stages: [stage], isPast: true });
  }
  const middleware = stages.filter(({ name }) => name === 'middleware').toReversed();
  return {
    rows: addUnreached(reached),
    back: middleware.filter(({ outcome }) => outcome === 'passed'),
    bypassed: middleware.filter(({ outcome }) => outcome === 'skipped'),
    steps: stages.length + 1,
  };
}

/** Puts each stage that has no part in the way where it would be. */
function addUnreached(reached: WayRow[]): WayRow[] {
  const rows = [...reached];
  for (const name of alwaysShown) {
    if (rows.some((row) => row.name === name)) continue;
    const place = rows.findIndex((row) => stageNames.indexOf(row.name) > stageNames.indexOf(name));
    const isPast = reached.some((row) => stageNames.indexOf(row.name) > stageNames.indexOf(name));
    rows.splice(place === -1 ? rows.length : place, 0, { name, stages: [], isPast });
  }
  return rows;
}

/** Whether a stage ended the way in. */
export function isStop({ outcome }: Stage): boolean {
  return outcome === 'answered' || outcome === 'threw';
}

/** How long the picture of a way takes to light up, and how long each stage of it is looked at, at least. */
const wholeMs = 1600;
const shortestMs = 120;

/**
 * When each step of a way is lit, in ms since its picture began: as the request came to it, so much slower that one can
 * follow. No stage is so short that it is missed.
 */
export function scheduleWay(stages: Stage[]): number[] {
  const lastMs = Math.max(...stages.map(({ atMs, endedAtMs }) => endedAtMs ?? atMs), 0);
  const scale = lastMs === 0 ? 0 : Math.max(0, wholeMs - shortestMs * stages.length) / lastMs;
  const times = stages.map(({ atMs }, index) => atMs * scale + index * shortestMs);
  return [...times, lastMs * scale + stages.length * shortestMs];
}
