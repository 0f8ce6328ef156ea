import type { NewProgressEvent } from '../model/progress.ts';
import { countChecks, firstFailure } from '../model/verdict.ts';
import type { KeepResult } from '../store/snapshot-store.ts';
import type { Services } from '../ui/services.ts';

export type AttemptWorld = {
  grade: Services['grade'];
  keep: (exercise: string, file: string) => Promise<KeepResult>;
  record: (event: NewProgressEvent) => void;
};

/** Grades as an attempt of the learner's: the file is kept as it was when the grade began, the verdict recorded. */
export function createGradeAttempt({ grade, keep, record }: AttemptWorld): Services['grade'] {
  return async (exercise, target, options) => {
    const keeping = target.kind === 'file' ? keep(exercise.id, target.file) : undefined;
    const verdict = await grade(exercise, target, options);
    options.signal?.throwIfAborted();
    const kept = await keeping;
    record({
      kind: 'verdict',
      exercise: exercise.id,
      status: verdict.status,
      ...countChecks(verdict),
      durationMs: verdict.durationMs,
      failedCheck: firstFailure(verdict)?.id,
      ...(kept?.kind === 'kept' ? { snapshot: kept.snapshot } : {}),
    });
    return verdict;
  };
}
