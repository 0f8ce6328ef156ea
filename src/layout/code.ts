import type { Block, Code, CodeLine } from '../model/course.ts';
import type { Line, Span } from '../model/lines.ts';
import { layoutInline } from './inline.ts';
import { cutText, lineWidth, padLine, span, textWidth } from './width.ts';
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
  const indentation = /^ */.exec(spans[0]?.text ?? '')?.[0].length ?? 0;
  const hang = Math.min(indentation + 2, Math.floor(width / 2));
  const lines: Line[] = [];
  let line: Line = [];
  let used = 0;
  for (const part of spans) {
    let rest = part.text;
    while (used + textWidth(rest) > width) {
      const piece = cutCode(rest, width - used, used <= hang);
      if (piece === '' && used <= hang) break;
      line.push({ ...part, text: piece });
      lines.push(line);
      // The space at a break is the break.
      rest = rest.slice(piece.length).replace(/^ (?=\S)/, '');
      line = [span(`${' '.repeat(hang - 2)}↳ `, 'muted')];
      used = hang;
    }
    line.push({ ...part, text: rest });
    used += textWidth(rest);
  }
  lines.push(line);
  return lines;
}

/** The longest start that fits, ended before a word rather than within one where that costs little. */
function cutCode(text: string, width: number, isLineEmpty: boolean): string {
  const piece = cutText(text, width);
  if (!/\w$/.test(piece) || !/^\w/.test(text.slice(piece.length))) return piece;
  const word = /\w+$/.exec(piece)?.[0].length ?? 0;
  if (word > 24 || (isLineEmpty && word === piece.length)) return piece;
  return piece.slice(0, -word);
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
