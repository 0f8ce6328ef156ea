import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readMessageLines, toMessageLine } from '../../src/servers/message-lines.ts';

function readAll(...chunks: string[]): Promise<unknown[]> {
  const stream = new PassThrough();
  const read: unknown[] = [];
  readMessageLines(stream, (value) => read.push(value));
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  return new Promise((resolve) => stream.once('end', () => resolve(read)));
}

test('reads values whose lines come in pieces', async () => {
  const line = toMessageLine({ kind: 'ready', text: 'two\nlines, ü' });
  const middle = Math.floor(line.length / 2);
  const rest = line.slice(middle) + toMessageLine([1]);
  expect(await readAll(line.slice(0, middle), rest)).toEqual([
    { kind: 'ready', text: 'two\nlines, ü' },
    [1],
  ]);
});

test('passes over what is no JSON, and a line that never ends', async () => {
  const endless = 'x'.repeat(1024 * 1024);
  const pieces = Array.from({ length: 10 }, () => endless);
  expect(await readAll('{not json\n\n', ...pieces, '\n{"kind":"ready"}\n')).toEqual([
    { kind: 'ready' },
  ]);
});

test('writes what an object holds, not what its toJSON says', () => {
  const message = { kind: 'threw', error: { message: 'x', toJSON: () => 5 } };
  expect(toMessageLine(message)).toBe('{"kind":"threw","error":{"message":"x"}}\n');
});
