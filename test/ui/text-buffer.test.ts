import { expect, test } from 'vitest';
import {
  type BufferEvent,
  bufferText,
  createBuffer,
  editBuffer,
} from '../../src/ui/text-buffer.ts';

function edit(text: string, ...events: BufferEvent[]) {
  return events.reduce(editBuffer, createBuffer(text));
}

test('types where the cursor is', () => {
  const buffer = edit('ab', { kind: 'moved', to: 'left' }, { kind: 'inserted', text: 'X' });
  expect(buffer).toEqual({ lines: ['aXb'], row: 0, column: 2 });
});

test('a pasted text may have lines', () => {
  const buffer = edit(
    '{}',
    { kind: 'moved', to: 'left' },
    { kind: 'inserted', text: '\r\n"a": 1\n' },
  );
  expect(buffer).toEqual({ lines: ['{', '"a": 1', '}'], row: 2, column: 0 });
});

test('erases across lines in both directions', () => {
  const atStart = edit('ab\ncd', { kind: 'moved', to: 'home' });
  expect(editBuffer(atStart, { kind: 'erased-before' })).toEqual({
    lines: ['abcd'],
    row: 0,
    column: 2,
  });
  const atEnd = edit('ab\ncd', { kind: 'moved', to: 'up' }, { kind: 'erased-after' });
  expect(bufferText(atEnd)).toBe('abcd');
});

test('erases the word before the cursor, and the spaces behind it', () => {
  const erased = edit('GET  /items/5 x', { kind: 'moved', to: 'left' }, { kind: 'erased-word' });
  expect(erased).toEqual({ lines: ['GET  x'], row: 0, column: 5 });
  expect(bufferText(editBuffer(erased, { kind: 'erased-word' }))).toBe('x');
  const below = edit('a\nb', { kind: 'moved', to: 'home' }, { kind: 'erased-word' });
  expect(bufferText(below)).toBe('ab');
});

test('counts characters as a reader does', () => {
  expect(bufferText(edit('👩‍👩‍👧é', { kind: 'erased-before' }, { kind: 'erased-before' }))).toBe(
    '',
  );
});

test('moves between lines and stops at the ends', () => {
  expect(edit('abc\nd', { kind: 'moved', to: 'up' }).column).toBe(1);
  expect(edit('abc\nd', { kind: 'moved', to: 'right' })).toEqual(createBuffer('abc\nd'));
  expect(edit('a\nb', { kind: 'moved', to: 'home' }, { kind: 'moved', to: 'left' })).toEqual({
    lines: ['a', 'b'],
    row: 0,
    column: 1,
  });
});

test('clears a line', () => {
  expect(bufferText(edit('a\nbc', { kind: 'cleared-line' }))).toBe('a\n');
});
