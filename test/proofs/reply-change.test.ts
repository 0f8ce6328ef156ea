import { expect, test } from 'vitest';
import {
  changeReply,
  describeChange,
  type ReplyChange,
  requestKey,
} from '../../src/proofs/reply-change.ts';

const reply = {
  status: 422,
  headers: { 'content-type': 'application/json', 'x-trace': '7' },
  body: '{"detail":[{"loc":["body","a"],"n":1},{"loc":["body","b"],"n":2}]}',
};
const request = requestKey({ method: 'POST', path: '/predict', body: '{}' });
const loc = ['detail', '[]', 'loc'];

test.each<[change: ReplyChange, name: string, changed: object]>([
  [{ kind: 'status', status: 400 }, 'answer 400', { status: 400 }],
  [{ kind: 'drop', place: loc }, 'drop detail[].loc', { body: '{"detail":[{"n":1},{"n":2}]}' }],
  [
    { kind: 'rename', place: ['detail'] },
    'rename detail',
    { body: reply.body.replace('"detail"', '"detail_"') },
  ],
  [
    { kind: 'null', place: loc },
    'detail[].loc as null',
    { body: '{"detail":[{"loc":null,"n":1},{"loc":null,"n":2}]}' },
  ],
  [
    { kind: 'text', place: ['detail', '[]', 'n'] },
    'detail[].n as text',
    { body: reply.body.replace('1', '"1"').replace('2', '"2"') },
  ],
  [
    { kind: 'number', place: ['detail', '[]', 'n'], by: 0.5 },
    'detail[].n off by 0.5',
    { body: reply.body.replace('1', '1.5').replace('2', '2.5') },
  ],
  [
    { kind: 'first', place: ['detail'] },
    'only the first entry of detail',
    { body: '{"detail":[{"loc":["body","a"],"n":1}]}' },
  ],
  [
    { kind: 'reverse', place: loc },
    'detail[].loc reversed',
    { body: '{"detail":[{"loc":["a","body"],"n":1},{"loc":["b","body"],"n":2}]}' },
  ],
  [{ kind: 'empty', place: ['detail'] }, 'detail emptied', { body: '{"detail":[]}' }],
  [
    { kind: 'add-field', place: [] },
    'add a field to the body',
    { body: reply.body.replace(/}$/, ',"extra":true}') },
  ],
  [{ kind: 'media-type' }, 'no content type', { headers: { 'x-trace': '7' } }],
  [
    { kind: 'media-type', value: 'text/plain' },
    'as text/plain',
    { headers: { 'content-type': 'text/plain', 'x-trace': '7' } },
  ],
  [
    { kind: 'drop-header', name: 'x-trace' },
    'without the header x-trace',
    { headers: { 'content-type': 'application/json' } },
  ],
  [
    { kind: 'body-of', source: 'POST /predict 200', body: '{}' },
    'with the body of POST /predict 200',
    { body: '{}' },
  ],
  [{ kind: 'drop', place: ['nothing', 'there'] }, 'drop nothing.there', {}],
])('%j', (change, name, changed) => {
  expect(describeChange(change)).toBe(name);
  expect(changeReply(reply, change, request)).toEqual({ ...reply, ...changed });
});

test('hard-coded replies', () => {
  const [one, other] = [
    { status: 200, headers: {}, body: '1' },
    { status: 200, headers: {}, body: '2' },
  ];
  expect(changeReply(reply, { kind: 'always', reply: one }, request)).toBe(one);
  const replay: ReplyChange = { kind: 'replay', replies: { [request]: one }, otherwise: other };
  expect(changeReply(reply, replay, request)).toBe(one);
  expect(changeReply(reply, replay, requestKey({ method: 'POST', path: '/predict' }))).toBe(other);
});

test('a body that is no JSON stays as it is', () => {
  const text = { ...reply, body: 'no' };
  expect(changeReply(text, { kind: 'null', place: [] }, request)).toEqual(text);
});
