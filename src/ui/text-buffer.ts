/** Text under edit with its cursor; `column` counts characters, not columns. */
export type TextBuffer = { lines: string[]; row: number; column: number };

export type BufferMove = 'left' | 'right' | 'up' | 'down' | 'home' | 'end';

export type BufferEvent =
  | { kind: 'inserted'; text: string }
  | { kind: 'erased-before' }
  | { kind: 'erased-after' }
  | { kind: 'erased-word' }
  | { kind: 'cleared-line' }
  | { kind: 'moved'; to: BufferMove };

/** A buffer with its cursor at the end. */
export function createBuffer(text: string): TextBuffer {
  const lines = text.split('\n');
  return { lines, row: lines.length - 1, column: characters(lines.at(-1) ?? '').length };
}

export function bufferText(buffer: TextBuffer): string {
  return buffer.lines.join('\n');
}

const segmenter = new Intl.Segmenter();

/** The characters of a line as a reader counts them. */
export function characters(line: string): string[] {
  return Array.from(segmenter.segment(line), (part) => part.segment);
}

/** The buffer after one edit or move. */
export function editBuffer(buffer: TextBuffer, event: BufferEvent): TextBuffer {
  const { lines, row, column } = buffer;
  const line = characters(lines[row] ?? '');
  const before = line.slice(0, column).join('');
  const after = line.slice(column).join('');
  const withLines = (from: number, count: number, ...replacement: string[]) =>
    lines.toSpliced(from, count, ...replacement);
  switch (event.kind) {
    case 'inserted': {
      const text = event.text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
      const inserted = `${before}${text}`.split('\n');
      const last = inserted.at(-1) ?? '';
      return {
        lines: withLines(row, 1, ...inserted.slice(0, -1), last + after),
        row: row + inserted.length - 1,
        column: characters(last).length,
      };
    }
    case 'erased-before': {
      if (column > 0) {
        const kept = line.slice(0, column - 1).join('');
        return { lines: withLines(row, 1, kept + after), row, column: column - 1 };
      }
      if (row === 0) return buffer;
      const above = lines[row - 1] ?? '';
      return {
        lines: withLines(row - 1, 2, above + after),
        row: row - 1,
        column: characters(above).length,
      };
    }
    case 'erased-after': {
      if (column < line.length) {
        return { ...buffer, lines: withLines(row, 1, before + line.slice(column + 1).join('')) };
      }
      const below = lines[row + 1];
      return below === undefined ? buffer : { ...buffer, lines: withLines(row, 2, before + below) };
    }
    case 'erased-word': {
      if (column === 0) return editBuffer(buffer, { kind: 'erased-before' });
      const kept = before.replace(/\S*\s*$/, '');
      return { lines: withLines(row, 1, kept + after), row, column: characters(kept).length };
    }
    case 'cleared-line':
      return { lines: withLines(row, 1, ''), row, column: 0 };
    case 'moved':
      return moveCursor(buffer, event.to);
    default:
      return event satisfies never;
  }
}

function moveCursor(buffer: TextBuffer, to: BufferMove): TextBuffer {
  const { lines, row, column } = buffer;
  const lengthOf = (index: number) => characters(lines[index] ?? '').length;
  const inRow = (next: number) => ({
    ...buffer,
    row: next,
    column: Math.min(column, lengthOf(next)),
  });
  switch (to) {
    case 'left':
      if (column > 0) return { ...buffer, column: column - 1 };
      return row === 0 ? buffer : { ...buffer, row: row - 1, column: lengthOf(row - 1) };
    case 'right':
      if (column < lengthOf(row)) return { ...buffer, column: column + 1 };
      return row === lines.length - 1 ? buffer : { ...buffer, row: row + 1, column: 0 };
    case 'up':
      return row === 0 ? { ...buffer, column: 0 } : inRow(row - 1);
    case 'down':
      return row === lines.length - 1 ? { ...buffer, column: lengthOf(row) } : inRow(row + 1);
    case 'home':
      return { ...buffer, column: 0 };
    case 'end':
      return { ...buffer, column: lengthOf(row) };
    default:
      return to satisfies never;
  }
}
