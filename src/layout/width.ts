import stringWidth from 'string-width';
import type { Line, Span } from '../model/lines.ts';

/** Widest running text that still reads well. */
export const textColumns = 88;

const plainAscii = /^[\x20-\x7e]*$/;

/** Columns that a text takes in a terminal. */
export function textWidth(text: string): number {
  return plainAscii.test(text) ? text.length : stringWidth(text);
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, span) => sum + textWidth(span.text), 0);
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The characters of a text as a reader counts them. */
export function graphemes(text: string): string[] {
  if (plainAscii.test(text)) return [...text];
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** The longest start of a text that takes at most `width` columns. */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let cut = '';
  let used = 0;
  for (const character of graphemes(text)) {
    const next = used + textWidth(character);
    if (next > width) break;
    cut += character;
    used = next;
  }
  return cut;
}

/** A line of at most `width` columns; what is cut off is replaced by an ellipsis. */
export function fitLine(line: Line, width: number): Line {
  if (lineWidth(line) <= width) return line;
  if (width < 1) return [];
  const fitted: Line = [];
  let left = width - 1;
  for (const span of line) {
    const text = cutText(span.text, left);
    fitted.push({ ...span, text });
    left -= textWidth(text);
    if (text !== span.text) break;
  }
  return [...fitted, { text: '…', tone: 'muted' }];
}

/** A line of exactly `width` columns, cut or filled with spaces. */
export function padLine(line: Line, width: number): Line {
  const fitted = fitLine(line, width);
  const missing = width - lineWidth(fitted);
  return missing > 0 ? [...fitted, { text: ' '.repeat(missing) }] : fitted;
}

/** `left` at the start of the line and `right` at its end; `left` is cut first. */
export function spread(left: Line, right: Line, width: number): Line {
  const rightWidth = lineWidth(right);
  if (rightWidth + 2 > width) return fitLine(left, width);
  if (rightWidth === 0) return padLine(left, width);
  return [...padLine(left, width - rightWidth - 1), span(' '), ...right];
}

const firstControlPicture = 0x2400;

/** Foreign text made safe for a terminal: tabs become spaces, control characters their pictures. */
export function printable(text: string): string {
  return (
    text
      .replaceAll('\t', '  ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
      .replace(/[\x00-\x09\x0b-\x1f]/g, (character) =>
        String.fromCharCode(firstControlPicture + character.charCodeAt(0)),
      )
      .replace(/[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\u2421')
  );
}

/** A span, for short. */
export function span(text: string, tone?: Span['tone'], looks: Partial<Span> = {}): Span {
  return tone === undefined ? { text, ...looks } : { text, tone, ...looks };
}
