import type { ChildProcess } from 'node:child_process';
import type { RunOrder } from './run-order.ts';
import {
  type CheckRecord,
  type RunnerMessage,
  type RunReport,
  runnerMessage,
} from './run-report.ts';

/** The process that runs checks, alive between grades. */
export type RunnerProcess = {
  isUsable: () => boolean;
  /** Loads the checks at once; they run when the target is there. */
  prepare: (order: RunSettings, onCheck: (check: CheckRecord) => void) => CheckRun;
  stop: () => Promise<void>;
};

export type RunSettings = Omit<Extract<RunOrder, { kind: 'run' }>, 'kind' | 'run'>;

/** One run of a checks file. */
export type CheckRun = {
  /** Grows while the run goes on. */
  report: RunReport;
  /** Resolves when the report is complete, or the process died. */
  finished: Promise<void>;
  begin: (baseUrl: string) => void;
  /** Ends a run whose target did not come up; what it reports is void. */
  cancel: () => void;
};

/** Presents a runner's process, which may have been started a while ago. */
export function presentRunner(child: ChildProcess): RunnerProcess {
  let printed = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    printed = (printed + text).slice(-4000);
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
    if (child.pid === undefined || !isAlive(child)) resolve();
  });
  let runs = 0;
  return {
    isUsable: () => child.connected && isAlive(child),
    prepare: (order, onCheck) => {
      const run = ++runs;
      const report: RunReport = { checks: [], problems: [] };
      const { promise, resolve } = Promise.withResolvers<void>();
      const listener = (value: unknown) => {
        const message = runnerMessage.safeParse(value);
        if (!message.success || message.data.run !== run) return;
        if (message.data.kind === 'check') onCheck(message.data.check);
        addToReport(report, message.data);
        if (message.data.kind === 'finished') resolve();
      };
      child.on('message', listener);
      const send = (message: RunOrder) => void child.send(message, () => {});
      send({ kind: 'run', run, ...order });
      exited.then(() => {
        report.problems.push(
          printed.trim().split('\n').at(-1) || 'The process of the checks ended.',
        );
        resolve();
      });
      return {
        report,
        finished: promise.finally(() => child.off('message', listener)),
        begin: (baseUrl) => send({ kind: 'target', run, baseUrl }),
        cancel: () => send({ kind: 'cancel', run }),
      };
    },
    stop: () => stop(child, exited),
  };
}

function addToReport(report: RunReport, message: RunnerMessage): void {
  switch (message.kind) {
    case 'collected':
      report.checks.push(...message.checks);
      return;
    case 'check': {
      const index = report.checks.findIndex(({ id }) => id === message.check.id);
      if (index === -1) report.checks.push(message.check);
      else report.checks[index] = message.check;
      return;
    }
    case 'finished':
      report.problems.push(...message.problems);
      return;
    default:
      message satisfies never;
  }
}

async function stop(child: ChildProcess, exited: Promise<void>): Promise<void> {
  // It holds nothing that has to be put away.
  child.kill('SIGKILL');
  await exited;
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
