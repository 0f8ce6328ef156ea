import type { Exercise } from '../model/course.ts';
import { explainFileFailure } from '../model/error-code.ts';
import { exerciseProgress } from '../model/progress.ts';
import { explainLoss } from '../model/snapshot.ts';
import type { ProgressStore } from '../store/progress-store.ts';
import type { SnapshotStore } from '../store/snapshot-store.ts';
import type { Outcome, Services } from '../ui/services.ts';
import { resetExercise, restoreHandler } from '../workspace/workspace.ts';
import { exerciseFiles } from '../workspace/write-exercise.ts';
import { createGradeAttempt } from './grade-attempt.ts';

export type AttemptsOptions = {
  store: Pick<ProgressStore, 'read' | 'record'>;
  snapshots: SnapshotStore;
  grade: Services['grade'];
  workspace: Services['workspace'];
  readFile: Services['readFile'];
};

type AttemptServices = Pick<
  Services,
  'gradeAttempt' | 'readSnapshot' | 'restoreAttempt' | 'resetExercise'
>;

const noWorkspace: Outcome = {
  isOk: false,
  message: 'There is no workspace here. api-labs init makes one.',
};

/** Joins progress, snapshots and the workspace: nothing of the learner's is replaced before it is kept. */
export function openAttempts(options: AttemptsOptions): AttemptServices {
  const { store, snapshots, workspace, readFile } = options;
  const historyOf = (exercise: string) => exerciseProgress(store.read(), exercise).history;

  /** Keeps the present handler and gives the number of the attempt it is; a starter needs no keeping. */
  async function keepPresent(
    { id: exercise, starter }: Exercise,
    file: string,
    before: 'reset' | 'restore',
  ): Promise<{ number?: number } | { problem: string }> {
    if ((await readFile(file)) === starter.text) return {};
    const kept = await snapshots.keep(exercise, file, { isAnySize: true });
    switch (kept.kind) {
      case 'absent':
        return {};
      case 'kept': {
        const { snapshot } = kept;
        const known = historyOf(exercise).findLastIndex((one) => one.snapshot === snapshot);
        if (known >= 0) return { number: known + 1 };
        store.record({ kind: 'handler-kept', exercise, before, snapshot });
        return { number: historyOf(exercise).length };
      }
      case 'failed':
      case 'too-large': {
        const why = kept.kind === 'failed' ? explainFileFailure(kept.code) : 'it is too large';
        return { problem: `Nothing was changed: your handler could not be kept, because ${why}.` };
      }
      default:
        return kept satisfies never;
    }
  }

  return {
    gradeAttempt: createGradeAttempt({
      grade: options.grade,
      keep: snapshots.keep,
      record: store.record,
    }),
    readSnapshot: snapshots.read,
    restoreAttempt: async (exercise, number) => {
      const state = workspace();
      if (state.kind === 'none') return noWorkspace;
      const snapshot = historyOf(exercise.id)[number - 1]?.snapshot;
      if (snapshot === undefined) return failed(`No file was kept with attempt ${number}.`);
      const reading = await snapshots.read(exercise.id, snapshot);
      if (reading.kind !== 'kept') return failed(explainLoss(number, reading.kind));
      const { handlerFile } = exerciseFiles(state.folder, exercise.id);
      const present = await keepPresent(exercise, handlerFile, 'restore');
      if ('problem' in present) return failed(present.problem);
      if (historyOf(exercise.id)[(present.number ?? 0) - 1]?.snapshot === snapshot) {
        return { isOk: true, message: `Your handler is the file of attempt ${number} already.` };
      }
      return restoreHandler(handlerFile, reading.text, number, present.number);
    },
    resetExercise: async (exercise) => {
      const state = workspace();
      if (state.kind === 'none') return noWorkspace;
      const { handlerFile } = exerciseFiles(state.folder, exercise.id);
      const present = await keepPresent(exercise, handlerFile, 'reset');
      if ('problem' in present) return failed(present.problem);
      return resetExercise(state.folder, exercise, present.number);
    },
  };
}

function failed(message: string): Outcome {
  return { isOk: false, message };
}
