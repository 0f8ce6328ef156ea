import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CliOptions, createVitest, type TestCase, type TestModule } from 'vitest/node';
import type { RunOrder } from '../run-order.ts';
import { createLastingPool } from './lasting-worker.ts';
import { targetChannel } from './target-news.ts';

/** What a run tells; the grader checks its form when it arrives. */
export type RunNews =
  | { kind: 'collected'; run: number; checks: unknown[] }
  | { kind: 'check'; run: number; check: unknown }
  | { kind: 'finished'; run: number; problems: string[] };

type Run = Extract<RunOrder, { kind: 'run' }>;

/** Vitest, loaded once; each run evaluates its checks anew. */
export type VitestSession = { run: (order: Run) => Promise<void> };

/** Loads Vitest without any configuration of the folder it runs in, and without writing there. */
export async function startVitest(tell: (news: RunNews) => void): Promise<VitestSession> {
  let current: Run | undefined;
  const lastingPool = createLastingPool();
  const reporter = {
    onTestModuleCollected: (module: TestModule) => {
      if (current === undefined) return;
      const checks = [...module.children.allTests()].flatMap(readRecord);
      tell({ kind: 'collected', run: current.run, checks });
    },
    onTestCaseResult: (test: TestCase) => {
      if (current === undefined) return;
      for (const check of readRecord(test)) tell({ kind: 'check', run: current.run, check });
    },
  };
  const options: CliOptions = {
    config: false,
    root: tmpdir(),
    watch: false,
    pool: { name: 'lasting-thread', createPoolWorker: lastingPool.createPoolWorker },
    maxWorkers: 1,
    fileParallelism: false,
    cache: false,
    fsModuleCache: false,
    exclude: [],
    passWithNoTests: true,
    // Also where the package is installed, in `node_modules`: what Node itself imports is evaluated only once.
    server: { deps: { inline: true } },
    reporters: [reporter],
  };
  const vitest = await createVitest(options, {
    envDir: false,
    cacheDir: join(tmpdir(), `api-labs-runner-${process.pid}`),
    server: { watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  lastingPool.startAhead(vitest);
  const states = new Map<string, string>();
  /** A file that is as it was is not transformed again. */
  const invalidateChanged = (file: string) => {
    const { mtimeMs, size } = statSync(file);
    const state = `${mtimeMs}:${size}`;
    if (states.get(file) !== state) vitest.invalidateFile(file);
    states.set(file, state);
  };
  return {
    run: async (order) => {
      current = order;
      vitest.provide('targetChannel', targetChannel);
      vitest.provide('run', order.run);
      vitest.provide('requestDeadlineMs', order.requestDeadlineMs);
      vitest.provide('seed', order.seed);
      invalidateChanged(order.checksFile);
      const runFile = async (file: string) => {
        const specification = vitest.getRootProject().createSpecification(file);
        const { testModules, unhandledErrors } = await vitest.runTestSpecifications([
          specification,
        ]);
        return {
          errors: [...testModules.flatMap((module) => module.errors()), ...unhandledErrors],
          isStuck: testModules.some((module) => [...module.children.allTests()].some(isStuck)),
        };
      };
      const course = await runFile(order.checksFile);
      const { errors } = course;
      if (order.own !== undefined && !course.isStuck) {
        vitest.provide('ownChecks', order.own.checks);
        invalidateChanged(order.own.file);
        errors.push(...(await runFile(order.own.file)).errors);
      }
      current = undefined;
      tell({ kind: 'finished', run: order.run, problems: errors.map(describeProblem) });
    },
  };
}

/** The record of a check; a test without one is no check. */
function readRecord(test: TestCase): unknown[] {
  const { check } = test.meta();
  if (typeof check !== 'object' || check === null) return [];
  const { state, errors } = test.result();
  if (state !== 'failed' || 'outcome' in check) return [check];
  const message = errors[0]?.message ?? 'The check did not finish.';
  return [{ ...check, outcome: 'failed', failure: { message } }];
}

function isStuck(test: TestCase): boolean {
  return test.meta().check?.outcome === 'stuck';
}

function describeProblem(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return String(error);
  return String(error.message).split('\n', 1)[0] ?? '';
}
