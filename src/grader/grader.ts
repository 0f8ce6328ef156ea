import type { ChildProcess } from 'node:child_process';
import { once } from '../model/once.ts';
import type { Verdict } from '../model/verdict.ts';
import { isComplete, listExchanges } from './grade-report.ts';
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
  /** Resolves when the targets of all earlier verdicts have ended. */
  settle: () => Promise<void>;
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
  /** Where the dependencies are that handlers may import; needed for exercises that ask for types. */
  packageRoot?: string;
  /** The module that runs the learner's own checks; without it there are none. */
  ownChecksFile?: string;
}): Grader {
  const { packageRoot, ownChecksFile, requestDeadlineMs = defaultRequestDeadlineMs } = options;
  const idle = options.startedRunner === undefined ? [] : [presentRunner(options.startedRunner)];
  const all = new Set<RunnerProcess>(idle);
  let isClosed = false;
  const loadReplyChecker = once(async () => {
    const { createReplyChecker } = await import('./contract/check-replies.ts');
    return createReplyChecker();
  });
  /** Runners whose last run is about to end, and its target. */
  const settling = new Set<Promise<void>>();
  const startRunner = (): RunnerProcess => {
    const runner = presentRunner(spawnRunnerChild(options.runnerFile));
    all.add(runner);
    return runner;
  };
  const takeRunner = async (): Promise<RunnerProcess> => {
    if (idle.length === 0 && settling.size > 0) await Promise.race(settling);
    const warm = idle.pop();
    if (warm === undefined) return startRunner();
    if (warm.isUsable()) return warm;
    await drop(warm);
    return takeRunner();
  };
  const drop = async (runner: RunnerProcess) => {
    await runner.stop();
    all.delete(runner);
  };
  const giveBack = (runner: RunnerProcess, isIdle: Promise<boolean>) => {
    // A target that could not be ended says nothing against the verdict; its runner is not used again.
    const settled = isIdle
      .catch(() => false)
      .then(async (isUsable) => {
        if (isUsable && !isClosed && idle.length < maxIdle) idle.push(runner);
        else await drop(runner);
      });
    settling.add(settled);
    void settled.finally(() => settling.delete(settled));
  };
  return {
    warmUp: () => {
      if (idle.length === 0 && all.size === 0) idle.push(startRunner());
      void loadReplyChecker();
    },
    grade: async (request) => {
      request.signal?.throwIfAborted();
      const runner = await takeRunner();
      const { contract, lesson = '' } = request.exercise;
      // Made ready while the target starts, so that no verdict waits for it.
      const loading = loadReplyChecker().then((checker) => {
        if (contract !== undefined) checker.prepare(contract);
        return checker;
      });
      const settings = { requestDeadlineMs, packageRoot, ownChecksFile };
      const { report, document, isRunnerIdle } = await runGrade(request, runner, settings);
      giveBack(runner, isRunnerIdle);
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
    settle: async () => {
      await Promise.all(settling);
    },
    close: async () => {
      isClosed = true;
      idle.length = 0;
      await Promise.all([...settling, ...[...all].map(drop)]);
    },
  };
}
