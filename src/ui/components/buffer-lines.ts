import { printable, span, textWidth } from '../../layout/width.ts';
import type { Line } from '../../model/lines.ts';
import { characters, type TextBuffer } from '../text-buffer.ts';

/** A buffer as lines, the cursor drawn as an inverse cell. Long lines are shown around the cursor. */
export type BufferLines = { lines: Line[]; cursorLine: number };

export function bufferLines(buffer: TextBuffer, width: number, hasCursor: boolean): BufferLines {
  const lines = buffer.lines.map((line, row) =>
    hasCursor && row === buffer.row
      ? cursorLine(line, buffer.column, width)
      : cutLine(characters(line), 0, width),
  );
  return { lines, cursorLine: buffer.row };
}

/** The first line of a buffer, for a field of one line. */
export function singleLine(buffer: TextBuffer, width: number, hasCursor: boolean): Line {
  return bufferLines(buffer, width, hasCursor).lines[0] ?? [];
}

function cutLine(line: string[], from: number, width: number): Line {
  let used = 0;
  let text = '';
  for (const character of line.slice(from)) {
    const shown = printable(character);
    used += textWidth(shown);
    if (used > width) return [span(text)];
    text += shown;
  }
  return [span(text)];
}

function cursorLine(line: string, column: number, width: number): Line {
  const all = characters(line);
  const margin = 4;
  const widthUpTo = (from: number) =>
    all.slice(from, column).reduce((sum, character) => sum + textWidth(printable(character)), 0);
  let from = 0;
  while (widthUpTo(from) > width - margin) from += 1;
  const before = printable(all.slice(from, column).join(''));
  const under = printable(all[column] ?? ' ');
  const room = width - textWidth(before) - textWidth(under);
  return [
    span(before),
    span(under, undefined, { isInverse: true }),
    ...cutLine(all, column + 1, Math.max(0, room)),
  ];
}
