import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CliOptions, createVitest, type TestCase, type TestModule } from 'vitest/node';
import type { RunOrder } from '../run-order.ts';
import { createSpareWorkers } from './spare-workers.ts';
import { targetChannel } from './target-news.ts';

/** What a run tells; the grader checks its form when it arrives. */
export type RunNews =
  | { kind: 'collected'; run: number; checks: unknown[] }
  | { kind: 'check'; run: number; check: unknown }
  | { kind: 'finished'; run: number; problems: string[] };

const spareAfterMs = 100;

type Run = Extract<RunOrder, { kind: 'run' }>;

/** Vitest, loaded once; each run takes a fresh worker. */
export type VitestSession = { run: (order: Run) => Promise<void> };

/** Loads Vitest without any configuration of the folder it runs in, and without writing there. */
export async function startVitest(tell: (news: RunNews) => void): Promise<VitestSession> {
  let current: Run | undefined;
  const workers = createSpareWorkers();
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
    pool: { name: 'spare-threads', createPoolWorker: workers.createPoolWorker },
    maxWorkers: 1,
    fileParallelism: false,
    cache: false,
    fsModuleCache: false,
    exclude: [],
    passWithNoTests: true,
    reporters: [reporter],
  };
  const vitest = await createVitest(options, {
    envDir: false,
    cacheDir: join(tmpdir(), `api-labs-runner-${process.pid}`),
    server: { watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  workers.startAhead(vitest);
  return {
    run: async (order) => {
      current = order;
      vitest.provide('targetChannel', targetChannel);
      vitest.provide('run', order.run);
      vitest.provide('requestDeadlineMs', order.requestDeadlineMs);
      vitest.provide('seed', order.seed);
      vitest.invalidateFile(order.checksFile);
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
        vitest.invalidateFile(order.own.file);
        errors.push(...(await runFile(order.own.file)).errors);
      }
      current = undefined;
      tell({ kind: 'finished', run: order.run, problems: errors.map(describeProblem) });
      // Later, so that a program that grades once does not pay for it.
      setTimeout(() => workers.startAhead(vitest), spareAfterMs).unref();
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
