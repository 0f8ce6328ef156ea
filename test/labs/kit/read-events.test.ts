import { expect, test } from 'vitest';
import { readEvents } from '../../../labs/kit/read-events.ts';

test.each([
  ['data: a\n\ndata: b\n\n', ['a', 'b']],
  ['data:a\r\n\r\ndata: b\r\n\r\n', ['a', 'b']],
  ['data:  a\r\rdata\r\r', [' a', '']],
  ['data: {\ndata: }\n\n', ['{\n}']],
  [': a comment\n\nevent: tick\nid: 7\nretry: 10\ndata: a\n\n', ['a']],
  ['data: a\n\n\n\ndata: b\n\n', ['a', 'b']],
  ['data: a\n\ndata: never ended\n', ['a']],
  ['data: a\ndata: b\n', []],
  ['database: a\n\n{"json": 1}\n\n', []],
  ['', []],
])('reads %j as a client would', (body, events) => {
  expect(readEvents(body)).toEqual(events);
});
