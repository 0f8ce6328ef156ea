import type { ChildProcess } from 'node:child_process';
import type { GradeRequest } from '../grader/run-grade.ts';
import { watchFile } from '../machine/watch-file.ts';
import { once } from '../model/once.ts';
import type { Services } from '../ui/services.ts';

const startDeadlineMs = 10_000;
const prepareAfterMs = 60;

export type GradingOptions = {
  /** The path of a built entry, by its name in `dist`. */
  built: (name: string) => string;
  /** Where imports are looked up that a handler's own folder cannot resolve. */
  packageRoot: string;
  cwd: string;
  /** Fires when the program ends. */
  ending: AbortSignal;
  /** A runner's process that was started ahead. */
  startedRunner: ChildProcess | undefined;
  /** Takes what has to be closed before the program ends. */
  addCloser: (close: () => Promise<void>) => void;
};

/** Joins the grader with the servers it grades; both are loaded when the first handler is graded or watched. */
export function openGrading(options: GradingOptions): Pick<Services, 'grade' | 'watchFile'> {
  const { built, packageRoot, cwd, ending } = options;
  let isWatching = false;
  const load = once(async () => {
    const [{ createGrader }, { createSpareHost }, { startHandler }, { startCommand }] =
      await Promise.all([
        import('../grader/grader.ts'),
        import('../servers/spare-host.ts'),
        import('../servers/start-handler.ts'),
        import('../servers/start-command.ts'),
      ]);
    const { startedRunner } = options;
    const grader = createGrader({ runnerFile: built('runner.js'), startedRunner, packageRoot });
    const spare = createSpareHost(built('host.js'));
    options.addCloser(() => grader.close());
    options.addCloser(() => spare.close());
    return { grader, spare, startHandler, startCommand };
  });
  return {
    grade: async (exercise, target, { onStep, signal, seed, deadlineMs }) => {
      const { grader, spare, startHandler, startCommand } = await load();
      const [model] = exercise.assets;
      const env: Record<string, string> = model === undefined ? {} : { MODEL_PATH: model };
      const start = { env, deadlineMs: startDeadlineMs };
      const startTarget: GradeRequest['startTarget'] = async (wanted, stop) => {
        switch (wanted.kind) {
          case 'file':
            return startHandler({
              ...start,
              file: wanted.file,
              hostFile: built('host.js'),
              dependenciesFolder: packageRoot,
              signal: stop,
              spare: spare.take(),
            });
          case 'command': {
            const { command, url } = wanted;
            const guardFile = built('guard.js');
            return startCommand({ ...start, command, url, guardFile, cwd, signal: stop });
          }
          case 'url':
            return wanted;
          default:
            return wanted satisfies never;
        }
      };
      const verdict = await grader.grade({
        exercise,
        target,
        onStep,
        seed,
        deadlineMs,
        signal: AbortSignal.any([ending, ...(signal === undefined ? [] : [signal])]),
        startTarget,
      });
      // Once the verdict is on screen: starting a process holds this one up.
      if (isWatching) setTimeout(spare.prepare, prepareAfterMs).unref();
      return verdict;
    },
    watchFile: (file, onSave) => {
      isWatching = true;
      void load().then(({ grader, spare }) => {
        grader.warmUp();
        spare.prepare();
      });
      return watchFile(file, onSave);
    },
  };
}
