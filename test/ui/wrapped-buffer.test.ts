import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineWidth } from '../../src/layout/width.ts';
import { plainText } from '../../src/model/lines.ts';
import { bufferText, createBuffer, editBuffer, type TextBuffer } from '../../src/ui/text-buffer.ts';
import { moveByRow, wrappedLines } from '../../src/ui/wrapped-buffer.ts';

const shown = (buffer: TextBuffer, width: number) =>
  wrappedLines(buffer, width).lines.map((line) => plainText(line).trimEnd());

/** The text with a bar before the character that the cursor is on. */
function withCursor({ lines, row, column }: TextBuffer): string {
  const line = lines[row] ?? '';
  return `${line.slice(0, column)}|${line.slice(column)}`;
}

test('text is broken after spaces, a word that is too long anywhere', () => {
  const buffer = createBuffer('types are the contract\n\nuninterruptedly so');
  expect(shown(buffer, 11)).toEqual(['types are', 'the', 'contract', '', 'uninterrup', 'tedly so']);
});

test('the cursor is on the row of its character, or behind the last one', () => {
  const buffer = createBuffer('one two three');
  expect(wrappedLines(buffer, 9).cursorLine).toBe(1);
  expect(wrappedLines({ ...buffer, column: 7 }, 9).cursorLine).toBe(0);
  expect(wrappedLines({ ...buffer, column: 8 }, 9).cursorLine).toBe(1);
  expect(wrappedLines(createBuffer(''), 9)).toMatchObject({
    cursorLine: 0,
    lines: [[{ text: '' }, { text: ' ', isInverse: true }, { text: '' }]],
  });
});

test('after a space at the edge the cursor goes on in the next row', () => {
  const { lines, cursorLine } = wrappedLines(createBuffer('aaaa '), 5);
  expect(lines.map(plainText)).toEqual(['aaaa', ' ']);
  expect(cursorLine).toBe(1);
});

test('up and down go by the rows shown, and at the ends to the start and the end', () => {
  const end = createBuffer('one two three four\nfive');
  const up = (buffer: TextBuffer) => moveByRow(buffer, -1, 9);
  const down = (buffer: TextBuffer) => moveByRow(buffer, 1, 9);
  expect(withCursor(up(end))).toBe('one two three four|');
  const above = up(up(end));
  expect(withCursor(above)).toBe('one two thre|e four');
  expect(withCursor(up(above))).toBe('one |two three four');
  expect(withCursor(up(up(above)))).toBe('|one two three four');
  expect(withCursor(down(end))).toBe('five|');
});

test('no row is wider than the field, no character is lost, the cursor is always there', () => {
  const edits = fc.array(
    fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '日', '🙂'), maxLength: 12 }),
      fc.constantFrom('left' as const, 'up' as const, 'end' as const),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(edits, fc.integer({ min: 4, max: 30 }), (steps, width) => {
      let buffer = createBuffer('');
      for (const step of steps) {
        if (step === 'up') buffer = moveByRow(buffer, -1, width);
        else if (step === 'left' || step === 'end') {
          buffer = editBuffer(buffer, { kind: 'moved', to: step });
        } else buffer = editBuffer(buffer, { kind: 'inserted', text: step });
      }
      const { lines, cursorLine } = wrappedLines(buffer, width);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
      expect(lines[cursorLine]?.filter(({ isInverse }) => isInverse)).toHaveLength(1);
      const letters = (text: string) => text.replace(/\s/g, '');
      expect(letters(lines.map(plainText).join(''))).toBe(letters(bufferText(buffer)));
    }),
  );
});
