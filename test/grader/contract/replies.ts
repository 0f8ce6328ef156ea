import type { Contract, ContractBody, JsonSchema } from '../../../src/model/contract.ts';
import type { Exchange } from '../../../src/model/exchange.ts';

/** A contract of `POST /predict` alone. */
export function contractOf(responses: Record<string, ContractBody[] | undefined>): Contract {
  const entries = Object.entries(responses).map(([status, bodies]) => [status, { bodies }]);
  return {
    operations: [{ method: 'POST', path: '/predict', responses: Object.fromEntries(entries) }],
  };
}

export const json = (schema?: JsonSchema): ContractBody[] => [
  { mediaType: 'application/json', schema },
];

/** A reply to `POST /predict`; `body` is text as it came, `headers` has a content type of JSON unless it says otherwise. */
export function replied(
  status: number,
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
  request: Partial<Exchange['request']> = {},
): Exchange {
  let parsed: { json?: NonNullable<Exchange['response']>['json'] } = {};
  try {
    parsed = { json: JSON.parse(body) };
  } catch {}
  return {
    request: { method: 'POST', path: '/predict', headers: {}, ...request },
    response: { status, headers, body, ...parsed },
    durationMs: 1,
  };
}
