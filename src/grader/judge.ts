import { basename } from 'node:path';
import { markFollowers } from '../model/root-cause.ts';
import type { ServerEvent } from '../model/server.ts';
import {
  type CheckResult,
  type SourceError,
  type Target,
  typesCheckId,
  type Verdict,
} from '../model/verdict.ts';
import { type FailedTarget, judgeStart } from './judge-start.ts';
import { pairThrown } from './pair-thrown.ts';
import type { OwnChecksOrder } from './run-grade.ts';
import type { CheckRecord, RunReport } from './run-report.ts';

/** All that is known once a grade is over. */
export type GradeReport = {
  exercise: string;
  target: Target;
  seed: number;
  /** The learner's own checks. */
  own?: OwnChecksOrder;
  durationMs: number;
  /** Why the target could not be graded at all. */
  failedTarget?: FailedTarget;
  run?: RunReport;
  /** The check of the handler's types, where the exercise asks for it. */
  types?: CheckResult;
  /** What holding the replies against contracts came to. */
  replyChecks?: CheckResult[];
  /** What the target's process told, oldest first. */
  events: ServerEvent[];
  output: string;
  /** Set when the deadline of the whole grade was hit. */
  deadlineAfterMs?: number;
};

type Judgement = Pick<Verdict, 'status' | 'message' | 'remedy' | 'error' | 'stuck'>;

/** Decides what a grade comes to. */
export function judge(report: GradeReport): Verdict {
  const { own } = report;
  const reached = report.run?.checks ?? [];
  const records = reached.length === 0 ? [] : [...reached, ...listUnreached(own, reached)];
  const thrown = pairThrown(records, report.events);
  const ownIds = new Set(own?.checks.map(({ id }) => id));
  const ran = records.map((record) => ({
    ...toResult(record, thrown.get(record.id)),
    ...(ownIds.has(record.id) ? { isOwn: true as const } : {}),
  }));
  // Right types or well-formed replies alone are no pass.
  const added = [
    ...(report.replyChecks ?? []),
    ...(report.types === undefined ? [] : [report.types]),
  ];
  const checks = ran.length === 0 ? [] : markFollowers([...ran, ...added]);
  return {
    schemaVersion: 1,
    exercise: report.exercise,
    durationMs: report.durationMs,
    target: report.target,
    seed: report.seed,
    ...decide(report, checks),
    checks,
    ...(own?.problem === undefined ? {} : { ownChecksProblem: own.problem }),
    output: report.output,
  };
}

/** A verdict lists the learner's checks also where the course's ended before their turn came. */
function listUnreached(own: OwnChecksOrder | undefined, reached: CheckRecord[]): CheckRecord[] {
  const ids = new Set(reached.map(({ id }) => id));
  return (own?.checks ?? [])
    .filter(({ id }) => !ids.has(id))
    .map(({ id, title, lesson }) => ({ id, title, lesson, hints: [], exchanges: [] }));
}

function decide(report: GradeReport, checks: CheckResult[]): Judgement {
  if (report.failedTarget !== undefined) return judgeStart(report.failedTarget);
  const ended = report.events.find((event) => event.kind === 'ended');
  if (ended !== undefined) return judgeEnd(report.target, ended);
  const stuck = checks.find((check) => check.status === 'stuck');
  if (stuck !== undefined) return judgeSilence(stuck);
  if (report.deadlineAfterMs !== undefined && checks.length === 0) {
    return {
      status: 'broken',
      message: `The checks could not begin within ${seconds(report.deadlineAfterMs)}: this machine is too busy.`,
      remedy: 'That is no fault of your handler: let other programs finish, and grade it again.',
    };
  }
  if (report.deadlineAfterMs !== undefined) {
    return {
      status: 'stuck',
      message: `The checks were not done within ${seconds(report.deadlineAfterMs)}.`,
      remedy: 'Let your server answer faster: look for waiting and for long loops in its routes.',
      stuck: { afterMs: report.deadlineAfterMs },
    };
  }
  const problem = report.run?.problems[0];
  if (problem !== undefined || checks.every(({ isOwn }) => isOwn)) {
    return {
      status: 'broken',
      message: `The checks of ${report.exercise} could not be run${problem === undefined ? '.' : `: ${problem}`}`,
      remedy: 'That is no fault of your handler: run api-labs doctor, and report what it prints.',
    };
  }
  return judgeUnreachable(report.target, checks) ?? judgeChecks(report.exercise, checks);
}

/** The process of the target is gone, though it was still needed. */
function judgeEnd(target: Target, ended: Extract<ServerEvent, { kind: 'ended' }>): Judgement {
  const { error, reason } = ended;
  if (reason !== undefined) return { status: 'broken', ...reason };
  const subject = target.kind === 'file' ? basename(target.file) : 'The server';
  const place = error?.line === undefined ? '' : `, in ${lineOf(target, error)}`;
  const how = ended.signal === null ? `with exit code ${ended.exitCode}` : `by ${ended.signal}`;
  const why = error === undefined ? '' : `: ${error.message.replace(/\.$/, '')}`;
  return {
    status: 'broken',
    message: `${subject} ended ${how} while it was graded${why}${place}.`,
    remedy:
      'A server answers every request and goes on: take out what ends it, or catch the error.',
    error,
  };
}

function lineOf(target: Target, { file, line }: SourceError): string {
  const isElsewhere = target.kind !== 'file' || (file !== undefined && file !== target.file);
  return isElsewhere && file !== undefined ? `${basename(file)}, line ${line}` : `line ${line}`;
}

function judgeSilence(check: CheckResult): Judgement {
  const silent = check.exchanges.findLast(({ failure }) => failure !== undefined);
  const afterMs = Math.round(silent?.durationMs ?? 0);
  const request = silent?.request;
  // An open WebSocket that fell silent: its handshake was answered.
  if (silent?.failure !== undefined && silent.response !== undefined) {
    return {
      status: 'stuck',
      message: silent.failure,
      remedy:
        'Make sure that every message is answered: that the listener sends something on each way through it, and throws nothing.',
      error: check.thrown,
      stuck: { request, afterMs },
    };
  }
  const name = request === undefined ? 'A request' : `${request.method} ${request.path}`;
  return {
    status: 'stuck',
    message: `${name} was not answered within ${seconds(afterMs)}.`,
    remedy:
      'Make sure that every path through the route returns a response, and that no loop or await in it runs for ever.',
    stuck: { request, afterMs },
  };
}

/** A target that took no connection. */
function judgeUnreachable(target: Target, checks: CheckResult[]): Judgement | undefined {
  const exchanges = checks.flatMap((check) => check.exchanges);
  const [failed] = exchanges;
  if (failed === undefined || !exchanges.every(({ isUnreachable }) => isUnreachable)) {
    return undefined;
  }
  const place = target.kind === 'url' ? target.url : 'the address of your server';
  return {
    status: 'broken',
    message: `No request to ${place} was answered. ${failed.failure}`,
    remedy:
      target.kind === 'url'
        ? 'Start your server, and check that the URL names its host and port.'
        : 'Check that your server speaks HTTP on the port it was given.',
  };
}

function judgeChecks(exercise: string, checks: CheckResult[]): Judgement {
  const passed = checks.filter((check) => check.status === 'passed').length;
  // Types that could not be judged are nobody's mistake; a check that did not run is no pass.
  const firstFailed = checks.find(
    ({ id, status }) => status !== 'passed' && !(id === typesCheckId && status === 'skipped'),
  );
  if (firstFailed === undefined) {
    return {
      status: 'passed',
      message: describePassed(checks),
      remedy: `Compare with api-labs solution ${exercise}, or go on to what is next.`,
    };
  }
  if (firstFailed.isOwn) return judgeOwnFailure(exercise, checks, firstFailed);
  return {
    status: 'failed',
    message: `${passed} of ${checks.length} checks passed.`,
    remedy: `Begin with the first that failed: ${firstFailed.title}.`,
  };
}

function describePassed(checks: CheckResult[]): string {
  const own = checks.filter(({ isOwn }) => isOwn).length;
  const course = checks.length - own;
  const passed = course === 1 ? 'The one check passed' : `All ${course} checks passed`;
  return own === 0 ? `${passed}.` : `${passed}, and your own ${own === 1 ? 'one' : own} too.`;
}

/** Those of the course passed: the learner is told that it is a check of their own that did not. */
function judgeOwnFailure(
  exercise: string,
  checks: CheckResult[],
  firstFailed: CheckResult,
): Judgement {
  const own = checks.filter(({ isOwn }) => isOwn);
  const failed = own.filter(({ status }) => status !== 'passed').length;
  return {
    status: 'failed',
    message: `The checks of the course passed; of your own, ${failed} of ${own.length} did not.`,
    remedy: `If it is the check that is wrong, drop it: api-labs checks ${exercise} --drop ${firstFailed.id}. A verdict is passed only when your own checks pass too.`,
  };
}

function toResult(record: CheckRecord, thrown: SourceError | undefined): CheckResult {
  const { id, title, lesson, hints, hintCase, exchanges, outcome, failure } = record;
  const status = outcome ?? 'skipped';
  return {
    id,
    title,
    status,
    message: status === 'skipped' ? 'It was not run.' : (failure?.message ?? ''),
    hints,
    ...(hintCase === undefined ? {} : { hintCase }),
    lesson,
    exchanges,
    ...(failure?.expected === undefined ? {} : { expected: failure.expected }),
    ...(failure?.received === undefined ? {} : { received: failure.received }),
    ...(thrown === undefined ? {} : { thrown }),
  };
}

function seconds(ms: number): string {
  const value = Math.round(ms / 100) / 10;
  return value === 1 ? '1 second' : `${value} seconds`;
}
