import type { Block, Code, CodeLine } from '../model/course.ts';
import type { Line, Span } from '../model/lines.ts';
import { layoutInline } from './inline.ts';
import { cutText, lineWidth, padLine, span } from './width.ts';
import { wrapSpans } from './wrap.ts';

/** From this width on, two pieces of code stand side by side. */
export const sideBySideWidth = 100;

/** A line of code in the tones of its tokens. */
export function toSpans(line: CodeLine): Span[] {
  return line.map(({ text, kind }) => span(text, kind === 'plain' ? undefined : `code-${kind}`));
}

/** Code is never cut: what does not fit goes on below, indented and marked. */
export function wrapCodeLine(spans: Span[], width: number): Line[] {
  if (lineWidth(spans) <= width) return [spans];
  const text = spans.map((part) => part.text).join('');
  const indentation = /^ */.exec(text)?.[0].length ?? 0;
  const hang = Math.min(indentation + 2, Math.floor(width / 2));
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const isFirst = start === 0;
    const room = isFirst ? width : width - hang;
    const end = start + breakCode(text.slice(start), room, isFirst ? indentation : 0);
    const mark = isFirst ? [] : [span(`${' '.repeat(hang - 2)}↳ `, 'muted')];
    lines.push([...mark, ...sliceSpans(spans, start, end)]);
    // The space at a break is the break.
    start = /^ (?=\S)/.test(text.slice(end)) ? end + 1 : end;
  }
  return lines;
}

/**
 * How many characters go onto a line: as many as fit, but up to a space where one is near, and not into a word where that
 * costs little.
 */
function breakCode(text: string, width: number, indentation: number): number {
  const { length } = cutText(text, width);
  if (length === 0 || length === text.length || text[length] === ' ') return length || text.length;
  const space = text.lastIndexOf(' ', length - 1);
  if (space > indentation && length - space <= width / 4) return space;
  if (!/^[\w.]\w$/.test(text.slice(length - 1, length + 1))) return length;
  const word = /\w+$/.exec(text.slice(0, length))?.[0].length ?? 0;
  const end = word > 24 || word === length ? length : length - word;
  // A dot goes with the name behind it.
  return /[\w)\]]\.$/.test(text.slice(0, end)) ? end - 1 : end;
}

/** The part of a line from one character to another. */
function sliceSpans(spans: Span[], start: number, end: number): Span[] {
  let begin = 0;
  return spans.flatMap((part) => {
    const text = part.text.slice(Math.max(0, start - begin), Math.max(0, end - begin));
    begin += part.text.length;
    return text === '' ? [] : [{ ...part, text }];
  });
}

/** What code is shown under: its title, else its file. */
export function codeTitle(code: Code): string {
  if (code.title !== undefined) return code.title;
  return code.source?.file ?? '';
}

/** A title line, then the code with a bar at its left. */
export function layoutCode(code: Code, width: number): Line[] {
  const bar = span('│ ', 'muted');
  const title = codeTitle(code);
  const body = code.lines.flatMap((line) =>
    wrapCodeLine(toSpans(line), width - 2).map((part) => [bar, ...part]),
  );
  return title === '' ? body : [...wrapSpans([span(title, 'muted')], width), ...body];
}

/** FastAPI beside Hono where there is room, below one another where there is not, then the notes. */
export function layoutCompare(block: Extract<Block, { kind: 'compare' }>, width: number): Line[] {
  const notes = block.notes.flatMap((note) => layoutNote(note, width));
  const left = { ...block.left, title: `FastAPI · ${codeTitle(block.left)}` };
  const right = { ...block.right, title: `Hono · ${codeTitle(block.right)}` };
  const separated = notes.length === 0 ? [] : [[], ...notes];
  if (width < sideBySideWidth) {
    return [...layoutCode(left, width), [], ...layoutCode(right, width), ...separated];
  }
  const column = Math.floor((width - 2) / 2);
  const leftLines = layoutCode(left, column);
  const rightLines = layoutCode(right, column);
  const count = Math.max(leftLines.length, rightLines.length);
  const rows = Array.from({ length: count }, (_, index) => [
    ...padLine(leftLines[index] ?? [], column),
    span('  '),
    ...(rightLines[index] ?? []),
  ]);
  return [...rows, ...separated];
}

function layoutNote(note: Parameters<typeof layoutInline>[0], width: number): Line[] {
  return layoutInline(note, width, { firstIndent: [span('▸ ', 'accent')], indent: [span('  ')] });
}
