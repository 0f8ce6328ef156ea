import type { Line, Span } from '../model/lines.ts';
import { cutText, lineWidth, textWidth } from './width.ts';

export type WrapOptions = {
  /** Put before every line but the first. */
  indent?: Line;
  /** Put before the first line; `indent` when missing. */
  firstIndent?: Line;
};

type Word = { span: Span; text: string; isSpace: boolean };

function splitWords(spans: Span[]): Word[] {
  return spans.flatMap((span) =>
    (span.text.match(/\s+|\S+/g) ?? []).map((text) => ({
      span,
      text,
      isSpace: /^\s/.test(text),
    })),
  );
}

/** Groups of words with no space between them: they are only broken when one is wider than a line. */
function groupChunks(words: Word[]): Word[][] {
  const chunks: Word[][] = [];
  for (const word of words) {
    const last = chunks.at(-1);
    if (last === undefined || word.isSpace || last[0]?.isSpace) chunks.push([word]);
    else last.push(word);
  }
  return chunks;
}

function append(line: Line, span: Span, text: string): void {
  const last = line.at(-1);
  const isSame =
    last !== undefined &&
    last.tone === span.tone &&
    last.isBold === span.isBold &&
    last.isItalic === span.isItalic &&
    last.isUnderlined === span.isUnderlined &&
    last.isInverse === span.isInverse;
  if (isSame) line[line.length - 1] = { ...last, text: last.text + text };
  else line.push({ ...span, text });
}

/** Running text broken between words into lines of at most `width` columns. */
export function wrapSpans(spans: Span[], width: number, options: WrapOptions = {}): Line[] {
  const indent = options.indent ?? [];
  const firstIndent = options.firstIndent ?? indent;
  const widthOf = (line: Line) => line.reduce((sum, part) => sum + textWidth(part.text), 0);
  const lines: Line[] = [];
  let line: Line = [...firstIndent];
  let start = widthOf(line);
  let used = start;
  const breakLine = () => {
    lines.push(line);
    line = [...indent];
    start = widthOf(line);
    used = start;
  };
  for (const chunk of groupChunks(splitWords(spans))) {
    const chunkWidth = chunk.reduce((sum, word) => sum + textWidth(word.text), 0);
    if (chunk[0]?.isSpace) {
      if (used === start) continue;
      const gap = chunk[0].text.includes('\n') ? ' ' : chunk[0].text;
      if (used + gap.length >= width) {
        used = width;
        continue;
      }
      append(line, chunk[0].span, gap);
      used += gap.length;
      continue;
    }
    if (used + chunkWidth > width && used > start) {
      trimEnd(line);
      breakLine();
    }
    for (const word of chunk) {
      let rest = word.text;
      while (used + textWidth(rest) > width && width > start) {
        const piece = cutText(rest, width - used);
        if (piece === '' && used === start) break;
        append(line, word.span, piece);
        rest = rest.slice(piece.length);
        breakLine();
      }
      append(line, word.span, rest);
      used += textWidth(rest);
    }
  }
  trimEnd(line);
  if (used > start || lines.length === 0) lines.push(line);
  return lines;
}

/**
 * Parts that are kept whole, as many to a line as fit: no number leaves its unit, and a command can be copied.
 * Each ends with what sets it off from the next; one that is wider than a line is broken between words.
 */
export function wrapParts(parts: Line[], width: number, { indent = [] }: WrapOptions = {}): Line[] {
  const lines: Line[] = [[]];
  for (const part of parts) {
    const line = lines.at(-1) ?? [];
    const together = [...line, ...part];
    trimEnd(together);
    if (lineWidth(together) <= width || line.length === 0) line.push(...part);
    else lines.push([...indent, ...part]);
  }
  return lines.flatMap((line, index) => {
    trimEnd(line);
    if (lineWidth(line) <= width) return [line];
    const firstIndent: Line = index === 0 ? [] : indent;
    return wrapSpans(line.slice(firstIndent.length), width, { indent, firstIndent });
  });
}

function trimEnd(line: Line): void {
  const last = line.at(-1);
  if (last !== undefined) line[line.length - 1] = { ...last, text: last.text.trimEnd() };
}
