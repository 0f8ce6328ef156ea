import { useState } from 'react';
import type { Stage } from '../../model/exchange.ts';
import { scheduleWay } from '../../model/way.ts';
import { useClock } from './use-clock.ts';

export type Lighting = {
  /** How many steps of the way are lit. */
  lit: number;
  isLighting: boolean;
  /** Lights all of it. */
  finish: () => void;
};

/** Ways that were lit to their end: who comes back to one has seen how it went. */
const seen = new WeakSet<Stage[]>();

/** Lights up a way step by step, in the rhythm in which the request came through it. */
export function useLighting(stages: Stage[] | undefined): Lighting {
  const [, drawAgain] = useState(0);
  const isNew = stages !== undefined && !seen.has(stages);
  const elapsedMs = useClock(isNew ? stages : undefined);
  if (stages === undefined || !isNew) {
    return { lit: Number.POSITIVE_INFINITY, isLighting: false, finish: () => {} };
  }
  const schedule = scheduleWay(stages);
  const lit = countLit(schedule, elapsedMs);
  if (lit === schedule.length) seen.add(stages);
  return {
    lit,
    isLighting: lit < schedule.length,
    finish: () => {
      seen.add(stages);
      drawAgain((count) => count + 1);
    },
  };
}

/** How many steps of a schedule have come; the first is there at once. */
export function countLit(schedule: number[], elapsedMs: number): number {
  return Math.max(1, schedule.filter((atMs) => atMs <= elapsedMs).length);
}
