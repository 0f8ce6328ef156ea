import { channel } from 'node:diagnostics_channel';

/** Where a request is on its way: FastAPI's stages, in the order in which it comes through them. */
export type StageName =
  | 'server'
  | 'middleware'
  | 'routing'
  | 'dependency'
  | 'validation'
  | 'handler'
  | 'response';

/**
 * What became of a request at a stage: it went on; the reply was made there; an error was thrown there; or the stage was
 * passed over, as middleware is by an error that nobody catches on its way out.
 */
export type StageOutcome = 'passed' | 'answered' | 'threw' | 'skipped';

/** One stage of one request. Whoever is told of it may look at it again later: it knows its end by then. */
export type Stage = {
  name: StageName;
  /** Of middleware and dependencies their name, of routing the route, of a response what it is checked against. */
  label?: string;
  /** On the clock of `performance.now()`. */
  beganAtMs: number;
  endedAtMs?: number;
  outcome: StageOutcome;
  /** The class of what was thrown. */
  threw?: string;
};

/** Whoever subscribes to it, in the context of a request, is told of the stages of that request. */
const stages = channel('api-labs:stage');

/** Whether anybody listens. Nobody does unless a learner looks on, and then a stage costs this question. */
export function isWatched(): boolean {
  return stages.hasSubscribers;
}

/** Tells that the request has come to a stage; undefined when nobody listens. */
export function enterStage(name: StageName, label?: string): Stage | undefined {
  if (!stages.hasSubscribers) return undefined;
  const stage: Stage = { name, label, beganAtMs: performance.now(), outcome: 'passed' };
  stages.publish(stage);
  return stage;
}

/** Writes down how a stage ended; one that has ended keeps its first end. */
export function leaveStage(
  stage: Stage | undefined,
  outcome: StageOutcome = 'passed',
  error?: unknown,
): void {
  if (stage === undefined || stage.endedAtMs !== undefined) return;
  stage.endedAtMs = performance.now();
  stage.outcome = outcome;
  if (error instanceof Error) stage.threw = error.constructor.name;
}

/** Tells of a stage that is over at once. */
export function tellStage(name: StageName, outcome: StageOutcome = 'passed', label?: string): void {
  leaveStage(enterStage(name, label), outcome);
}
