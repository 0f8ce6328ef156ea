import { useAnimation } from 'ink';
import { useLayoutEffect } from 'react';
import { timeLeftText } from '../../../layout/time-left.ts';
import type { Grading } from './use-exercise-state.ts';

/** Turns the spinner of a grade under way, and says how much time a slow one has left. */
export function useGradingClock(grading: Grading | undefined): {
  frame: number;
  timeLeft: string | undefined;
} {
  const { frame, time, reset } = useAnimation({ interval: 90, isActive: grading !== undefined });
  const [run, deadlineMs] = [grading?.run, grading?.deadlineMs];
  // The clock of each run begins when its deadline begins to count.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `reset` is a new function each time.
  useLayoutEffect(() => {
    if (deadlineMs !== undefined) reset();
  }, [run, deadlineMs]);
  return { frame, timeLeft: deadlineMs === undefined ? undefined : timeLeftText(deadlineMs, time) };
}
