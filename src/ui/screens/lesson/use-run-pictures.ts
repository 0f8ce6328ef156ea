import { findBusyPeriods } from '../../../model/timeline.ts';
import { useClock } from '../../hooks/use-clock.ts';
import { useWay } from '../../hooks/use-way.ts';
import { findRecorded, type LabRun } from '../../lab-runs.ts';
import type { RunPictures } from './run-lines.ts';
import type { RunState, RunStep } from './use-run-state.ts';

export type DrawnPictures = RunPictures & {
  /** Whether a way is still lighting up. */
  isLighting: boolean;
  /** Lights all of it. */
  finish: () => void;
};

/** The pictures of a step as they stand now: the way of its request, or how long its timeline has been under way. */
export function useRunPictures(
  run: LabRun | undefined,
  step: RunStep,
  state: RunState,
  width: number,
): DrawnPictures {
  const isAnswered = state.phase.kind === 'answered' && step.prediction?.showsPath === true;
  const sent = isAnswered ? (state.again ?? state.answers[state.step]?.exchange) : undefined;
  const { way, isLighting, finish } = useWay(run, sent, width);
  const timeline = step.timeline === undefined ? undefined : state.timelines[state.step];
  const isUnderWay = timeline?.results.includes(undefined) ?? false;
  const elapsedMs = useClock(isUnderWay ? `${state.step}.${timeline?.run}` : undefined);
  const results = timeline?.results ?? [];
  const told = results.map((result) => result && findRecorded(run, result));
  return {
    ...(way !== undefined && { way }),
    elapsedMs,
    busy: findBusyPeriods(results, told),
    isLighting,
    finish,
  };
}
