import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { GradeRequest } from '../grader/run-grade.ts';
import { watchFile } from '../machine/watch-file.ts';
import type { Exercise } from '../model/course.ts';
import { once } from '../model/once.ts';
import type { OwnCheck } from '../model/own-check.ts';
import type { Target } from '../model/verdict.ts';
import type { Services } from '../ui/services.ts';
import { ownChecksFile } from '../workspace/workspace-files.ts';

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

/** What a handler of an exercise finds in its environment. */
export function handlerEnv({ assets: [model] }: Exercise): Record<string, string> {
  return model === undefined ? {} : { MODEL_PATH: model };
}

/** The checks that lie beside the handler that is graded; an address or a command has none. */
async function findOwnChecks(exercise: Exercise, target: Target): Promise<GradeRequest['own']> {
  if (target.kind !== 'file' || !existsSync(ownChecksFile(target.file))) return undefined;
  const { readOwnChecks } = await import('../workspace/own-checks-file.ts');
  const { checks, problem } = readOwnChecks(target.file, exercise.id);
  return { checks: checks.map((check) => asOrder(check, exercise)), problem };
}

/** Marked in its title, so that nobody takes it for one of the course's. */
function asOrder(check: OwnCheck, { lesson }: Exercise) {
  return { ...check, title: `your own check: ${check.title}`, lesson };
}

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
    const grader = createGrader({
      runnerFile: built('runner.js'),
      ownChecksFile: built('labs/own-checks.js'),
      startedRunner,
      packageRoot,
    });
    const spare = createSpareHost(built('host.js'));
    options.addCloser(() => grader.close());
    options.addCloser(() => spare.close());
    return { grader, spare, startHandler, startCommand };
  });
  return {
    grade: async (exercise, target, { onStep, signal, seed, deadlineMs }) => {
      const { grader, spare, startHandler, startCommand } = await load();
      const start = { env: handlerEnv(exercise), deadlineMs: startDeadlineMs };
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
        own: await findOwnChecks(exercise, target),
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
