import { expect, test } from 'vitest';
import {
  editRequest,
  noteOnBody,
  noteOnHeaders,
  reduceRequestEditor,
  writtenRequest,
} from '../../../src/ui/components/use-request-editor-state.ts';

const request = {
  method: 'POST',
  path: '/predict',
  headers: { 'content-type': 'application/json' },
  body: '{"a": 1}',
};

test('what was not changed is sent as it was', () => {
  expect(writtenRequest(editRequest(request))).toEqual(request);
});

test('an invalid body is said to be one, and sent', () => {
  const state = reduceRequestEditor(editRequest(request), {
    kind: 'edited',
    event: { kind: 'inserted', text: ',' },
  });
  expect(noteOnBody(state)).toEqual({
    isValid: false,
    text: 'not valid JSON: it is sent as it is',
  });
  expect(writtenRequest(state).body).toBe('{"a": 1},');
});

test('an emptied body is none, and has no type', () => {
  const state = reduceRequestEditor(editRequest(request), {
    kind: 'edited',
    event: { kind: 'cleared-line' },
  });
  expect(writtenRequest(state)).toEqual({ method: 'POST', path: '/predict', headers: {} });
});

test('fields and methods go round', () => {
  const state = editRequest({ method: 'GET', path: 'x', headers: {} });
  expect(state.field).toBe('path');
  const up = reduceRequestEditor(state, { kind: 'focused', by: -1 });
  expect(up.field).toBe('method');
  expect(reduceRequestEditor(up, { kind: 'method-changed', by: -1 }).method).toBe('OPTIONS');
  expect(writtenRequest(state).path).toBe('/x');
});

test('a path takes no spaces', () => {
  const state = editRequest({ method: 'GET', path: '/', headers: {} });
  const event = { kind: 'inserted', text: 'a b\nc' } as const;
  expect(writtenRequest(reduceRequestEditor(state, { kind: 'edited', event })).path).toBe('/abc');
});

test('headers are edited a line each; a line that is none is named and not sent', () => {
  const opened = editRequest({ method: 'GET', path: '/', headers: { 'x-token': 'abc' } });
  const inHeaders = reduceRequestEditor(opened, { kind: 'focused', by: 1 });
  expect(inHeaders.field).toBe('headers');
  const type = (text: string) =>
    reduceRequestEditor(inHeaders, { kind: 'edited', event: { kind: 'inserted', text } });
  expect(writtenRequest(type('d\nX-Trace:  1 ')).headers).toEqual({
    'x-token': 'abcd',
    'x-trace': '1',
  });
  const broken = type('\nno header');
  expect(noteOnHeaders(broken)).toEqual({
    isValid: false,
    text: 'line 2 is not name: value, and is not sent',
  });
  expect(writtenRequest(broken).headers).toEqual({ 'x-token': 'abc' });
});
