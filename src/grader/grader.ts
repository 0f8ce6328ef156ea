import type { ChildProcess } from 'node:child_process';
import type { Verdict } from '../model/verdict.ts';
import { judge } from './judge.ts';
import { type GradeRequest, runGrade } from './run-grade.ts';
import { spawnRunnerChild } from './runner-child.ts';
import { presentRunner, type RunnerProcess } from './runner-process.ts';

const defaultRequestDeadlineMs = 2500;
/** Grades that run side by side find a warm runner each; more would only fight for the processor. */
const maxIdle = 2;

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
  /** The module that runs the learner's own checks; without it there are none. */
  ownChecksFile?: string;
}): Grader {
  const { requestDeadlineMs = defaultRequestDeadlineMs, ownChecksFile } = options;
  const idle = options.startedRunner === undefined ? [] : [presentRunner(options.startedRunner)];
  const all = new Set<RunnerProcess>();
  const takeRunner = (): RunnerProcess => {
    const warm = idle.pop();
    const runner = warm?.isUsable() ? warm : presentRunner(spawnRunnerChild(options.runnerFile));
    all.add(runner);
    return runner;
  };
  const drop = async (runner: RunnerProcess) => {
    await runner.stop();
    all.delete(runner);
  };
  const giveBack = (runner: RunnerProcess, isIdle: boolean) => {
    if (!isIdle || idle.length >= maxIdle) return drop(runner);
    idle.push(runner);
    return undefined;
  };
  return {
    warmUp: () => {
      if (idle.length === 0) idle.push(takeRunner());
    },
    grade: async (request) => {
      request.signal?.throwIfAborted();
      const runner = takeRunner();
      const grade = await runGrade(request, runner, { requestDeadlineMs, ownChecksFile });
      await giveBack(runner, grade.isRunnerIdle);
      request.signal?.throwIfAborted();
      return judge(grade.report);
    },
    close: async () => {
      idle.length = 0;
      await Promise.all([...all].map(drop));
    },
  };
}
