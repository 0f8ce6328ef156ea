import type { ChildProcess } from 'node:child_process';
import type { Verdict } from '../model/verdict.ts';
import { judge } from './judge.ts';
import { type GradeRequest, runGrade } from './run-grade.ts';
import { spawnRunnerChild } from './runner-child.ts';
import { presentRunner, type RunnerProcess } from './runner-process.ts';

const defaultRequestDeadlineMs = 2500;

export type Grader = {
  /** Rejects with the signal's reason when it is aborted; everything else comes as a verdict. */
  grade: (request: GradeRequest) => Promise<Verdict>;
  /** Loads the runner ahead of the first grade. */
  warmUp: () => void;
  close: () => Promise<void>;
};

/** Grades targets; the process that runs the checks stays up until `close`. */
export function createGrader(options: {
  /** The built entry of the runner process. */
  runnerFile: string;
  /** A runner's process that was started ahead. */
  startedRunner?: ChildProcess;
  /** How long one request of a check may take. */
  requestDeadlineMs?: number;
}): Grader {
  const requestDeadlineMs = options.requestDeadlineMs ?? defaultRequestDeadlineMs;
  let idle = options.startedRunner && presentRunner(options.startedRunner);
  const all = new Set<RunnerProcess>();
  const takeRunner = (): RunnerProcess => {
    const runner = idle?.isUsable() ? idle : presentRunner(spawnRunnerChild(options.runnerFile));
    idle = undefined;
    all.add(runner);
    return runner;
  };
  const drop = async (runner: RunnerProcess) => {
    await runner.stop();
    all.delete(runner);
  };
  const giveBack = (runner: RunnerProcess, isIdle: boolean) => {
    if (!isIdle || idle !== undefined) return drop(runner);
    idle = runner;
    return undefined;
  };
  return {
    warmUp: () => {
      idle ??= takeRunner();
    },
    grade: async (request) => {
      request.signal?.throwIfAborted();
      const runner = takeRunner();
      const grade = await runGrade(request, runner, requestDeadlineMs);
      await giveBack(runner, grade.isRunnerIdle);
      request.signal?.throwIfAborted();
      return judge(grade.report);
    },
    close: async () => {
      idle = undefined;
      await Promise.all([...all].map(drop));
    },
  };
}
