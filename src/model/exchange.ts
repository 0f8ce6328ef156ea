import type { PreparedRequest } from './course.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type Reply = {
  status: number;
  headers: Record<string, string>;
  /** The body as text, cut at `maxBodyLength` characters, or `maxStreamLength` of a stream of events. */
  body: string;
  /** The body parsed, when it is JSON. */
  json?: Json;
  /** Set where the body is longer than `body`. */
  isCut?: true;
};

/** One request with its reply. Without a `response`, `failure` says why there is none. */
export type Exchange = {
  request: PreparedRequest;
  /** Set where more was sent than the request's `body` holds. */
  isRequestCut?: true;
  response?: Reply;
  durationMs: number;
  failure?: string;
  /** Set when not even a connection came about. */
  isUnreachable?: true;
  /** Set where the reply was still coming when whoever asked had seen enough. */
  isStopped?: true;
  /** The port that it was sent from: by it both ends of a connection know the same exchange. */
  clientPort?: number;
  /** The way of the request through a lab, as far as it came; only a server that tells it has one. */
  stages?: Stage[];
  /** When the server's event loop could serve nobody else meanwhile, in ms since the request came in. */
  busy?: Period[];
};

/** What a request comes through in a lab, in FastAPI's order. */
export const stageNames = [
  'server',
  'middleware',
  'routing',
  'dependency',
  'validation',
  'handler',
  'response',
] as const;
export type StageName = (typeof stageNames)[number];

/** It went on; the reply was made there; an error was thrown there; it was passed over. */
export const stageOutcomes = ['passed', 'answered', 'threw', 'skipped'] as const;

/** One stage of a request's way. */
export type Stage = {
  name: StageName;
  /** Of middleware and dependencies their name, of routing the route, of a response what it is checked against. */
  label?: string;
  /** When the request came to it, in ms since it came in. */
  atMs: number;
  /** When it was left: by middleware with the reply. Missing where the request ended within. */
  endedAtMs?: number;
  outcome: (typeof stageOutcomes)[number];
  /** The class of what was thrown. */
  threw?: string;
};

export type Period = { fromMs: number; toMs: number };

/** A reply that is still coming: what of its body is here. */
export type PartialReply = Pick<Reply, 'status' | 'headers' | 'body'> & { durationMs: number };

export const maxBodyLength = 20_000;
/** A stream of events is kept longer: what is worth reading in it is a small part. */
export const maxStreamLength = 400_000;

/** Whether a request asked for a WebSocket: no contract tells of its reply, and HTTP alone cannot repeat it. */
export function isHandshake({ request }: Exchange): boolean {
  return request.headers.upgrade === 'websocket';
}

/** One entry of FastAPI's 422 list. */
export type ValidationIssue = {
  type: string;
  loc: (string | number)[];
  msg: string;
  input?: Json;
  ctx?: Json;
};

/** The entries of a 422 reply in FastAPI's form; empty when it is not one. */
export function readValidationIssues(reply: Reply): ValidationIssue[] {
  const body = reply.json;
  if (reply.status !== 422 || typeof body !== 'object' || body === null || Array.isArray(body)) {
    return [];
  }
  if (!Array.isArray(body.detail)) return [];
  return body.detail.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return [];
    const { type, loc, msg, input, ctx } = entry;
    if (typeof type !== 'string' || typeof msg !== 'string' || !Array.isArray(loc)) return [];
    const path = loc.filter((part) => typeof part === 'string' || typeof part === 'number');
    return [{ type, loc: path, msg, input, ctx }];
  });
}
