import type { ChildProcess } from 'node:child_process';
import { once } from '../model/once.ts';
import type { Verdict } from '../model/verdict.ts';
import { judge } from './judge.ts';
import { type GradeRequest, isComplete, listExchanges, runGrade } from './run-grade.ts';
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
}): Grader {
  const requestDeadlineMs = options.requestDeadlineMs ?? defaultRequestDeadlineMs;
  const idle = options.startedRunner === undefined ? [] : [presentRunner(options.startedRunner)];
  const all = new Set<RunnerProcess>();
  const loadReplyChecker = once(async () => {
    const { createReplyChecker } = await import('./contract/check-replies.ts');
    return createReplyChecker();
  });
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
      void loadReplyChecker();
    },
    grade: async (request) => {
      request.signal?.throwIfAborted();
      const runner = takeRunner();
      const { contract, lesson = '' } = request.exercise;
      // Made ready while the target starts, so that no verdict waits for it.
      const loading = loadReplyChecker().then((checker) => {
        if (contract !== undefined) checker.prepare(contract);
        return checker;
      });
      const { report, document, isRunnerIdle } = await runGrade(request, runner, requestDeadlineMs);
      await giveBack(runner, isRunnerIdle);
      request.signal?.throwIfAborted();
      const { check } = await loading;
      const replyChecks = check({
        isComplete: isComplete(report),
        exchanges: listExchanges(report),
        contract,
        document,
        lesson,
      });
      return judge({ ...report, replyChecks });
    },
    close: async () => {
      idle.length = 0;
      await Promise.all([...all].map(drop));
    },
  };
}
