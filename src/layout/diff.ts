import type { Json } from '../model/exchange.ts';
import type { Line } from '../model/lines.ts';
import { briefDiff } from './brief-diff.ts';
import { wrapCodeLine } from './code.ts';
import { type DiffPair, diffPairs, lightPair, orderKeysAs } from './diff-pairs.ts';
import { foldSame } from './fold-same.ts';
import { inlineJson } from './json.ts';
import { lineWidth, padLine, span } from './width.ts';
import { wrapSpans } from './wrap.ts';

/** Equal lines shown around a difference. */
const contextLines = 1;
const labelWidth = 'expected  '.length;

/**
 * Expected and received, aligned, with only what differs lit: a line each where they are short, side by side
 * where there is room, else below one another. A brief one leaves out what is equal.
 */
export function layoutDiff(
  expected: Json | undefined,
  received: Json | undefined,
  width: number,
  { isBrief = false } = {},
): Line[] {
  const expectedShort = expected === undefined ? [span('nothing', 'muted')] : inlineJson(expected);
  const receivedShort = received === undefined ? [span('nothing', 'muted')] : inlineJson(received);
  const areShort = [expectedShort, receivedShort].every(
    (spans) => lineWidth(spans) + labelWidth <= width,
  );
  if (!isContainer(expected) || !isContainer(received)) {
    return [
      ...layoutLabelled('expected', expectedShort, width),
      ...layoutLabelled('received', receivedShort, width),
    ];
  }
  if (areShort) return layoutPair(lightPair(expected, received), width);
  if (isBrief || isHuge(expected) || isHuge(received))
    return layoutPair(briefDiff(expected, orderKeysAs(expected, received)), width);
  return layoutSideBySide(expected, received, width) ?? layoutUnified(expected, received, width);
}

/** Nobody reads so much of it line by line. */
function isHuge(value: Json): boolean {
  return JSON.stringify(value).length > 5000;
}

function layoutPair({ expected, received }: { expected: Line; received: Line }, width: number) {
  return [
    ...layoutLabelled('expected', expected, width),
    ...layoutLabelled('received', received, width),
  ];
}

function layoutLabelled(label: 'expected' | 'received', spans: Line, width: number): Line[] {
  return wrapSpans(
    [span(label.padEnd(labelWidth), label === 'expected' ? 'ok' : 'wrong'), ...spans],
    width,
    { indent: [span(' '.repeat(labelWidth))], firstIndent: [] },
  );
}

function isContainer(value: Json | undefined): value is Json[] | { [key: string]: Json } {
  return typeof value === 'object' && value !== null;
}

function isSame(pair: DiffPair): boolean {
  return pair.kind === 'same';
}

const gap = 2;

/** Undefined where a line would have to be broken. */
function layoutSideBySide(expected: Json, received: Json, width: number): Line[] | undefined {
  const column = Math.floor((width - gap) / 2);
  const rows = foldSame(diffPairs(expected, received), isSame, contextLines);
  const doesFit = rows.every(
    (row) =>
      Array.isArray(row) ||
      [row.expected, row.received].every((cell) => lineWidth(cell ?? []) + 2 <= column),
  );
  if (!doesFit) return undefined;
  const cell = (line: Line | undefined, mark: string, tone: 'ok' | 'wrong'): Line =>
    line === undefined ? [] : [span(mark, tone), ...line];
  return [
    [...padLine([span('− expected', 'ok')], column + gap), span('+ received', 'wrong')],
    ...rows.map((row): Line => {
      if (Array.isArray(row)) return row;
      const [left, right] = row.kind === 'same' ? ['  ', '  '] : ['− ', '+ '];
      return [
        ...padLine(cell(row.expected, left, 'ok'), column + gap),
        ...cell(row.received, right, 'wrong'),
      ];
    }),
  ];
}

function layoutUnified(expected: Json, received: Json, width: number): Line[] {
  const rows = foldSame(diffPairs(expected, received), isSame, contextLines);
  const marked = (line: Line | undefined, mark: string, tone: 'ok' | 'wrong' | 'muted'): Line[] =>
    line === undefined
      ? []
      : wrapCodeLine(line, width - 2).map((part, index) => [
          span(index === 0 ? mark : '  ', tone),
          ...part,
        ]);
  return [
    [span('− expected', 'ok'), span('   '), span('+ received', 'wrong')],
    ...rows.flatMap((row) => {
      if (Array.isArray(row)) return [row];
      if (row.kind === 'same') return marked(row.expected, '  ', 'muted');
      return [...marked(row.expected, '− ', 'ok'), ...marked(row.received, '+ ', 'wrong')];
    }),
  ];
}
