import { expect, test } from 'vitest';
import { checkContract } from '../../../src/grader/contract/contract-check.ts';
import { createValidators } from '../../../src/grader/contract/validators.ts';
import type { Contract, JsonSchema } from '../../../src/model/contract.ts';
import type { Exchange, Json } from '../../../src/model/exchange.ts';
import { contractOf, json, replied } from './replies.ts';

const { findFaults } = createValidators();
const hold = (contract: Contract, ...exchanges: Exchange[]) => {
  const check = checkContract('task', contract, exchanges, findFaults);
  return check?.status === 'passed' ? 'passed' : check?.message;
};
const numbers: JsonSchema = { type: 'array', items: { type: 'number' } };
const prediction: JsonSchema = {
  type: 'object',
  properties: { label: { enum: [0, 1] }, probability: numbers },
  required: ['label', 'probability'],
};
const closed: JsonSchema = { ...prediction, additionalProperties: false };
const entry: JsonSchema = {
  type: 'object',
  required: ['loc'],
  properties: { loc: { type: 'array', items: { type: ['string', 'integer'] }, minItems: 2 } },
};
const list: JsonSchema = {
  type: 'object',
  properties: { detail: { type: 'array', items: entry } },
};
const maybe: JsonSchema = {
  type: 'object',
  properties: { age: { anyOf: [{ type: 'integer', minimum: 0 }, { type: 'null' }] } },
};

const bodies: [what: string, schema: JsonSchema, body: string, message: string][] = [
  ['it fits', prediction, '{"label":1,"probability":[0.5]}', 'passed'],
  ['a further field', prediction, '{"label":1,"probability":[],"x":1}', 'passed'],
  [
    'text for a list',
    prediction,
    '{"label":1,"probability":"0.5"}',
    'with `probability` as text; the contract says a list of numbers',
  ],
  [
    'text in a list',
    prediction,
    '{"label":1,"probability":[0.5,"0.5"]}',
    'with `probability[1]` as text; the contract says a number',
  ],
  [
    'a missing field',
    prediction,
    '{"probability":[]}',
    'without `label`; the contract says it is always there',
  ],
  [
    'a value beside those named',
    prediction,
    '{"label":2,"probability":[]}',
    'with `label` as 2; the contract says 0 or 1',
  ],
  [
    'a field too many',
    closed,
    '{"label":1,"probability":[],"x":1}',
    'with `x`; the contract says no such field',
  ],
  ['null', prediction, 'null', 'with a body that is null; the contract says an object'],
  [
    'a list for an object',
    prediction,
    '[]',
    'with a body that is an empty list; the contract says an object',
  ],
  [
    'deep inside',
    list,
    '{"detail":[{"loc":["body","a"]},{"loc":["body",1.5]}]}',
    'with `detail[1].loc[1]` as a number; the contract says text or a whole number',
  ],
  [
    'too few entries',
    list,
    '{"detail":[{"loc":["body"]}]}',
    'with 1 entry in `detail[0].loc`; the contract says at least 2',
  ],
  ['one branch of a choice', maybe, '{"age":null}', 'passed'],
  [
    'no branch of a choice',
    maybe,
    '{"age":"7"}',
    'with `age` as text; the contract says a whole number or null',
  ],
  ['a false schema', false, '1', 'with a body as 1; the contract says it must NOT be valid'],
  ['a schema that cannot be used', { type: 'nothing' }, '1', 'passed'],
  ['a schema without end', { $ref: '#' }, '1', 'passed'],
];

test.each(bodies)('%s', (_, schema, body, message) => {
  const held = hold(contractOf({ 200: json(schema) }), replied(200, body));
  expect(held).toBe(message === 'passed' ? 'passed' : `POST /predict answered 200 ${message}`);
});

const plain = { 'content-type': 'text/plain; charset=UTF-8' };
const replies: [what: string, contract: Contract, exchange: Exchange, message: string][] = [
  [
    'a status that is not documented',
    contractOf({ 200: undefined, 422: undefined }),
    replied(400, '{}'),
    'POST /predict answered 400; the contract says 200 or 422',
  ],
  ['a status of a range', contractOf({ '4XX': undefined }), replied(404, ''), 'passed'],
  ['a body that is free', contractOf({ 400: undefined }), replied(400, 'no', plain), 'passed'],
  [
    'another content type',
    contractOf({ 200: json(true) }),
    replied(200, '{}', plain),
    'POST /predict answered 200 as text/plain; the contract says application/json',
  ],
  [
    'no content type',
    contractOf({ 200: json() }),
    replied(200, '{}', {}),
    'POST /predict answered 200 without a content type; the contract says application/json',
  ],
  [
    'parameters and case of the content type',
    contractOf({ 200: json(prediction) }),
    replied(200, '{"label":0,"probability":[]}', {
      'content-type': 'Application/JSON;charset=utf-8',
    }),
    'passed',
  ],
  [
    'text that its own content type calls JSON',
    contractOf({ 200: json({}) }),
    replied(200, '{"label"'),
    'POST /predict answered 200 with a body that is not JSON, though its content type says so',
  ],
  [
    'plain text against a schema',
    contractOf({ 200: [{ mediaType: 'text/plain', schema: { enum: ['pong'] } }] }),
    replied(200, 'ping', plain),
    'POST /predict answered 200 with a body as "ping"; the contract says "pong"',
  ],
  ['204 has no body', contractOf({ 204: json(prediction) }), replied(204, '', {}), 'passed'],
  ['nothing where nothing may come', contractOf({ 202: [] }), replied(202, '', {}), 'passed'],
  [
    'a body where none may come',
    contractOf({ 202: [] }),
    replied(202, 'done', plain),
    'POST /predict answered 202 with a body; the contract says none',
  ],
  [
    'a request that the contract does not speak of',
    contractOf({ 200: json(prediction) }),
    replied(500, 'x', plain, { path: '/other' }),
    'passed',
  ],
];

test.each(replies)('%s', (_, contract, exchange, message) => {
  expect(hold(contract, exchange)).toBe(message);
});

test('a failed check shows the exchange, what would fit beside what came, and help for this breach', () => {
  const body: Json = { label: 7, probability: 'x', more: 1 };
  const right = replied(200, '{"label":0,"probability":[]}');
  const wrong = replied(200, JSON.stringify(body));
  const check = checkContract(
    'task',
    contractOf({ 200: json(closed) }),
    [right, wrong],
    findFaults,
  );
  expect(check).toMatchObject({
    id: 'keeps-the-contract',
    title: 'every reply fits the contract of the task',
    status: 'failed',
    hintCase: 'body',
    exchanges: [wrong],
    expected: { label: '0 or 1', probability: 'a list of numbers' },
    received: body,
  });
  expect(check?.expected).not.toHaveProperty('more');
  expect(check?.hints).toHaveLength(3);
  const status = checkContract('task', contractOf({ 201: undefined }), [right], findFaults);
  expect(status).toMatchObject({ hintCase: 'status', expected: '201', received: 200 });
});
