import type { Line, Span } from '../model/lines.ts';
import type { Mark, SearchHit } from '../model/search.ts';
import { wrapCodeLine } from './code.ts';
import { printable, span } from './width.ts';
import { wrapSpans } from './wrap.ts';

const markLooks = { tone: 'accent', isBold: true, isUnderlined: true } as const;

/** A text with its marks; `from` is where the text begins in what the marks count from. */
export function markedSpans(
  text: string,
  marks: Mark[],
  { from = 0, looks = {} }: { from?: number; looks?: Partial<Span> } = {},
): Span[] {
  const spans: Span[] = [];
  let at = 0;
  const push = (to: number, look: Partial<Span>) => {
    if (to > at) spans.push({ text: printable(text.slice(at, to)), ...look });
    at = Math.max(at, to);
  };
  for (const mark of marks) {
    const [start, end] = [mark.from - from, mark.to - from].map((offset) =>
      Math.max(0, Math.min(offset, text.length)),
    ) as [number, number];
    push(start, looks);
    push(end, { ...looks, ...markLooks });
  }
  push(text.length, looks);
  return spans;
}

/** The part of a hit's text around the best match, on one line of about `length` characters. */
export function snippetSpans({ text, marks, best }: SearchHit, length: number): Span[] {
  const around = Math.max(0, length - (best.to - best.from));
  const first = Math.max(0, Math.min(best.from - around / 3, text.length - length));
  const from = first === 0 ? 0 : nextWord(text, Math.floor(first), best.from);
  const to = from + length >= text.length ? text.length : wordEnd(text, from + length, best.from);
  const spans = markedSpans(text.slice(from, to), marks, { from }).map((part) => ({
    ...part,
    text: part.text.replace(/\s+/g, ' '),
  }));
  return [
    ...(from > 0 ? [span('… ', 'muted')] : []),
    ...spans,
    ...(to < text.length ? [span(' …', 'muted')] : []),
  ];
}

function nextWord(text: string, from: number, latest: number): number {
  const gap = text.slice(from, latest).search(/\s\S/);
  return gap < 0 ? latest : from + gap + 1;
}

function wordEnd(text: string, to: number, earliest: number): number {
  const gap = text.slice(earliest, to + 1).search(/\s+\S*$/);
  return gap < 0 ? to : earliest + gap;
}

/** The whole text of a hit, and the line on which the best match is. */
export function passageLines(
  { text, marks, best }: SearchHit,
  width: number,
): { lines: Line[]; bestLine: number } {
  const lines: Line[] = [];
  let bestLine = 0;
  let from = 0;
  for (const source of text.split('\n')) {
    const spans = markedSpans(source, marks, { from });
    const isIndented = /^\s/.test(source);
    const laidOut = isIndented ? wrapCodeLine(spans, width) : wrapSpans(spans, width);
    if (best.from >= from && best.from < from + source.length) {
      const row = laidOut.findIndex((line) => line.some(({ isUnderlined }) => isUnderlined));
      bestLine = lines.length + Math.max(0, row);
    }
    lines.push(...laidOut);
    from += source.length + 1;
  }
  return { lines, bestLine };
}
