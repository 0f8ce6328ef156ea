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
};

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
