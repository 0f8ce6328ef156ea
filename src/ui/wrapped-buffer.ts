import { printable, span, textWidth } from '../layout/width.ts';
import type { Line } from '../model/lines.ts';
import { characters, type TextBuffer } from './text-buffer.ts';

/** A piece of a buffer's line that is shown in one row: its characters from `from` up to `to`. */
type Piece = { row: number; from: number; to: number; isLast: boolean };

const widthOf = (text: string) => textWidth(printable(text));

/** The rows of a buffer, broken after spaces. One column of the width is left for the cursor. */
function wrapBuffer({ lines }: TextBuffer, width: number): Piece[] {
  return lines.flatMap((line, row) => {
    const all = characters(line);
    const pieces: Piece[] = [];
    const room = Math.max(2, width - 1);
    let from = 0;
    do {
      const to = endOfPiece(all, from, room);
      const isFull = widthOf(all.slice(from, to).join('')) > room;
      pieces.push({ row, from, to, isLast: to >= all.length && !isFull });
      from = to;
      // After a space at the edge the cursor has no column left but in a row of its own.
      if (isFull && to >= all.length) pieces.push({ row, from, to, isLast: true });
    } while (from < all.length);
    return pieces;
  });
}

function endOfPiece(all: string[], from: number, width: number): number {
  let used = 0;
  let end = from;
  while (end < all.length && used + widthOf(all[end] ?? '') <= width) {
    used += widthOf(all[end] ?? '');
    end += 1;
  }
  if (end >= all.length) return all.length;
  // A space at the edge takes the column of the cursor.
  if (all[end] === ' ') return end + 1;
  const space = all.slice(from, end).lastIndexOf(' ');
  return space < 0 ? Math.max(end, from + 1) : from + space + 1;
}

function indexOfCursor(pieces: Piece[], { row, column }: TextBuffer): number {
  return pieces.findIndex(
    (piece) => piece.row === row && column >= piece.from && (column < piece.to || piece.isLast),
  );
}

/** A buffer as the rows it is shown in, with the one that has the cursor. */
export function wrappedLines(
  buffer: TextBuffer,
  width: number,
): { lines: Line[]; cursorLine: number } {
  const pieces = wrapBuffer(buffer, width);
  const cursorLine = indexOfCursor(pieces, buffer);
  const lines = pieces.map(({ row, from, to }, index): Line => {
    const shown = (begin: number, end: number) => printable(all.slice(begin, end).join(''));
    const all = characters(buffer.lines[row] ?? '');
    if (index !== cursorLine) return [span(shown(from, to).trimEnd())];
    const { column } = buffer;
    const under = column < to ? printable(all[column] ?? ' ') : ' ';
    return [
      span(shown(from, column)),
      span(under, undefined, { isInverse: true }),
      span(shown(column + 1, to)),
    ];
  });
  return { lines, cursorLine };
}

/** The buffer with its cursor a row up or down as it is shown. At the ends it goes to the start or the end. */
export function moveByRow(buffer: TextBuffer, by: 1 | -1, width: number): TextBuffer {
  const pieces = wrapBuffer(buffer, width);
  const index = indexOfCursor(pieces, buffer);
  const [here, there] = [pieces[index], pieces[index + by]];
  if (here === undefined || there === undefined) {
    const last = characters(buffer.lines[buffer.row] ?? '').length;
    return { ...buffer, column: by < 0 ? 0 : last };
  }
  const rightmost = there.isLast ? there.to : there.to - 1;
  const column = Math.min(there.from + buffer.column - here.from, rightmost);
  return { ...buffer, row: there.row, column };
}
