import {
  type Contract,
  type ContractBody,
  type ContractResponse,
  findBody,
  findOperation,
  findResponse,
  type JsonSchema,
  toMediaType,
} from '../../model/contract.ts';
import type { Exchange, Json, Reply } from '../../model/exchange.ts';
import { type Fault, readFaults } from './faults.ts';
import type { FindFaults } from './validators.ts';

/** In what a reply does not fit the contract. */
export type Breach =
  | { kind: 'status'; documented: string[] }
  | { kind: 'media-type'; documented: string[]; received?: string }
  | { kind: 'not-json' }
  | { kind: 'unwanted-body' }
  | { kind: 'body'; body: Json; faults: Fault[] };

/** `unknown` when the contract says nothing of this exchange. */
export type Finding = Breach | { kind: 'kept' } | { kind: 'unknown' };

/**
 * Holds one exchange against a contract. `only-bodies` is for a document of the target's own: a status or a content
 * type that it does not list is left alone.
 */
export function holdExchange(
  { request, response }: Exchange,
  contract: Contract,
  findFaults: FindFaults,
  judged: 'everything' | 'only-bodies',
): Finding {
  const operation = findOperation(contract, request);
  if (operation === undefined || response === undefined) return { kind: 'unknown' };
  const documented = findResponse(operation, response.status);
  if (documented === undefined) {
    if (judged === 'only-bodies') return { kind: 'unknown' };
    return { kind: 'status', documented: Object.keys(operation.responses) };
  }
  if (!canHaveBody(request.method, response.status)) {
    return { kind: judged === 'only-bodies' ? 'unknown' : 'kept' };
  }
  return holdBody(response, documented.response, findFaults, judged);
}

function canHaveBody(method: string, status: number): boolean {
  return method !== 'HEAD' && status !== 204 && status !== 304;
}

function holdBody(
  response: Reply,
  { bodies }: ContractResponse,
  findFaults: FindFaults,
  judged: 'everything' | 'only-bodies',
): Finding {
  const unjudged: Finding = { kind: judged === 'only-bodies' ? 'unknown' : 'kept' };
  if (bodies === undefined) return unjudged;
  if (bodies.length === 0) {
    return judged === 'everything' && response.body !== '' ? { kind: 'unwanted-body' } : unjudged;
  }
  const received = response.headers['content-type'];
  const body = received === undefined ? undefined : findBody(bodies, toMediaType(received));
  if (body === undefined) {
    if (judged === 'only-bodies') return unjudged;
    const documented = bodies.map(({ mediaType }) => mediaType);
    return { kind: 'media-type', documented, received: received && toMediaType(received) };
  }
  return body.schema === undefined ? unjudged : holdSchema(response, body, body.schema, findFaults);
}

function holdSchema(
  { body: text, json, headers }: Reply,
  { mediaType }: ContractBody,
  schema: JsonSchema,
  findFaults: FindFaults,
): Finding {
  const isJson = isJsonType(toMediaType(headers['content-type'] ?? mediaType));
  if (isJson && json === undefined) return { kind: 'not-json' };
  const value = isJson && json !== undefined ? json : text;
  const errors = findFaults(schema, value);
  if (errors === undefined) return { kind: 'unknown' };
  if (errors.length === 0) return { kind: 'kept' };
  return { kind: 'body', body: value, faults: readFaults(errors, schema, value) };
}

/** Whether a media type is JSON, as `application/json` and `application/problem+json` are. */
export function isJsonType(mediaType: string): boolean {
  return /^[^/]+\/(.+\+)?json$/.test(mediaType);
}
