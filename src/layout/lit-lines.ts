import type { Line, Span } from '../model/lines.ts';
import { span } from './width.ts';

/** A line with whether it is lit: marked at its left, so that no colour is needed to see it. */
export type Lit = { line: Line; isLit: boolean };

/** A line behind its mark. */
export function markLine(line: Line, isLit: boolean): Lit {
  const mark = isLit ? span('▸ ', 'accent', { isBold: true }) : span('│ ', 'muted');
  return { line: [mark, ...line], isLit };
}

export function bold(spans: Span[]): Span[] {
  return spans.map((part) => ({ ...part, isBold: true }));
}

export function dimmed(spans: Span[]): Span[] {
  return spans.map(({ text }) => span(text, 'muted'));
}

/** So many of the lines that what is lit is among them, its beginning in any case. */
export function showAround(lines: Lit[], rows: number): Line[] {
  const first = Math.max(
    0,
    lines.findIndex(({ isLit }) => isLit),
  );
  const last = Math.max(
    first,
    lines.findLastIndex(({ isLit }) => isLit),
  );
  const centred = Math.floor((first + last + 1 - rows) / 2);
  const offset = Math.max(0, Math.min(centred, first, lines.length - rows));
  return lines.slice(offset, offset + rows).map(({ line }) => line);
}
