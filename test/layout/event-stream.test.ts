import { describe, expect, test } from 'vitest';
import { layoutEventStream, readEvents, readTokens } from '../../src/layout/event-stream.ts';
import { plainText } from '../../src/model/lines.ts';

const chunk = (delta: object, reason: string | null = null) =>
  `data: ${JSON.stringify({ object: 'chat.completion.chunk', choices: [{ delta, finish_reason: reason }] })}\n\n`;

describe('events', () => {
  test('are read with their names, and an incomplete one is left out', () => {
    const body = 'event: tick\nid: 7\ndata: {"i": 0}\n\n: comment\n\ndata: a\ndata: b\n\ndata: la';
    expect(readEvents(body)).toEqual([
      { event: 'tick', id: '7', data: '{"i": 0}' },
      { data: 'a\nb' },
    ]);
  });

  test('stand below each other, with their names', () => {
    const lines = layoutEventStream('event: tick\nid: 1\ndata: {"i": 0}\n\ndata: end\n\n', 60, {
      isComing: true,
      durationMs: 10,
    });
    expect(lines.map(plainText)).toEqual(['tick #1  {"i": 0}', 'end']);
  });
});

describe('tokens', () => {
  const body = [
    chunk({ role: 'assistant', content: '' }),
    chunk({ content: 'An ' }),
    chunk({ content: 'API' }),
    chunk({}, 'stop'),
    'data: [DONE]\n\n',
  ].join('');

  test('are put together and counted', () => {
    expect(readTokens(readEvents(body))).toEqual({
      text: 'An API',
      count: 2,
      finishReason: 'stop',
    });
    expect(readTokens(readEvents('data: {"i": 0}\n\n'))).toBeUndefined();
  });

  test('are shown as text, with their pace', () => {
    const lines = layoutEventStream(body, 60, { isComing: false, durationMs: 100 });
    expect(lines.map(plainText)).toEqual([
      '2 tokens  20 per second  finish_reason stop',
      '',
      'An API',
    ]);
  });
});
