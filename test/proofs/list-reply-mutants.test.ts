import { expect, test } from 'vitest';
import type { Contract } from '../../src/model/contract.ts';
import type { Exchange, Json } from '../../src/model/exchange.ts';
import { listReplyMutants } from '../../src/proofs/list-reply-mutants.ts';

const answered = (status: number, json: Json, sent: Json, headers = {}): Exchange => ({
  request: { method: 'POST', path: '/predict', headers: {}, body: JSON.stringify(sent) },
  response: {
    status,
    headers: { 'content-type': 'application/json', 'content-length': '9', ...headers },
    body: JSON.stringify(json),
    json,
  },
  durationMs: 1,
});
const contract: Contract = {
  operations: [
    {
      method: 'POST',
      path: '/predict',
      responses: {
        200: {
          bodies: [
            {
              mediaType: 'application/json',
              schema: {
                type: 'object',
                properties: { p: { type: 'array', items: { type: 'number' } } },
                additionalProperties: false,
              },
            },
          ],
        },
        422: {},
      },
    },
  ],
};
const ids = (exchanges: Exchange[], of: Contract | undefined) =>
  listReplyMutants(exchanges, of).map(({ id }) => id);

test('what the contract asks for is changed in every way, what it leaves free is not', () => {
  const exchanges = [
    answered(200, { p: [0.5, 0.25] }, 1, { 'x-trace': '7' }),
    answered(200, { p: [0, 1] }, 2),
    answered(422, { detail: 'free' }, 'x'),
  ];
  expect(ids(exchanges, contract)).toEqual([
    'reply POST /predict 200: answer 201',
    'reply POST /predict 200: answer 400',
    'reply POST /predict 200: answer 500',
    'reply POST /predict 200: without the header x-trace',
    'reply POST /predict 200: as text/plain',
    'reply POST /predict 200: no content type',
    'reply POST /predict 200: the body as null',
    'reply POST /predict 200: add a field to the body',
    'reply POST /predict 200: drop p',
    'reply POST /predict 200: rename p',
    'reply POST /predict 200: p as null',
    'reply POST /predict 200: p emptied',
    'reply POST /predict 200: only the first entry of p',
    'reply POST /predict 200: p reversed',
    'reply POST /predict 200: p[] as null',
    'reply POST /predict 200: p[] as text',
    'reply POST /predict 200: p[] off by 1',
    'reply POST /predict 200: p[] off by 0.000001',
    'reply POST /predict 200: with the body of POST /predict 422',
    'reply POST /predict 200: always the first reply',
    'reply POST /predict 422: answer 200',
    'reply POST /predict 422: answer 400',
    'reply POST /predict 422: answer 500',
    'reply to all: replies recorded once',
  ]);
});

test('without a contract every field is asked for, and the same reply twice is no hard-coding', () => {
  const exchanges = [answered(200, { label: 'a' }, 1), answered(200, { label: 'a' }, 2)];
  expect(ids(exchanges, undefined)).toEqual(
    expect.arrayContaining(['reply POST /predict 200: drop label']),
  );
  expect(ids(exchanges, undefined)).not.toContain(
    'reply POST /predict 200: always the first reply',
  );
});

test('a solution that answered nothing has no replies to change', () => {
  const { response: _, ...silent } = answered(200, 1, 1);
  expect(ids([silent], contract)).toEqual([]);
});

test('of a handshake only the status of a refusal is changed, and nothing replayed', () => {
  const handshake = (status: number, body: string): Exchange => ({
    request: { method: 'GET', path: '/ws', headers: { upgrade: 'websocket' } },
    response: { status, headers: { 'content-type': 'text/plain' }, body },
    durationMs: 1,
  });
  expect(ids([handshake(101, 'echo: hi'), handshake(403, '')], undefined)).toEqual(
    [200, 400, 422, 500].map((status) => `reply GET /ws 403: answer ${status}`),
  );
});
