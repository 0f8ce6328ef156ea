import { diffArrays } from 'diff';
import type { Json } from '../model/exchange.ts';
import type { Line, Span } from '../model/lines.ts';
import { wrapCodeLine } from './code.ts';
import { formatJson, inlineJson } from './json.ts';
import { lineWidth, printable, span } from './width.ts';
import { wrapSpans } from './wrap.ts';

/** Equal lines shown around a difference. */
const contextLines = 2;

type Row = { kind: 'same' | 'expected' | 'received'; spans: Span[] };

/** `received` with its keys in the order of `expected`, so that order alone is never shown as a difference. */
function orderKeysAs(expected: Json, received: Json): Json {
  if (Array.isArray(expected) && Array.isArray(received)) {
    return received.map((entry, index) => {
      const model = expected[index];
      return model === undefined ? entry : orderKeysAs(model, entry);
    });
  }
  if (!isObject(expected) || !isObject(received)) return received;
  const known = Object.keys(expected).filter((key) => Object.hasOwn(received, key));
  const added = Object.keys(received).filter((key) => !Object.hasOwn(expected, key));
  return Object.fromEntries(
    [...known, ...added].map((key) => {
      const entry = received[key] as Json;
      const model = expected[key];
      return [key, model === undefined ? entry : orderKeysAs(model, entry)];
    }),
  );
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Expected beside received: one line each where they are short, else aligned, only what differs marked. */
export function layoutDiff(
  expected: Json | undefined,
  received: Json | undefined,
  width: number,
): Line[] {
  const expectedShort = expected === undefined ? [span('nothing', 'muted')] : inlineJson(expected);
  const receivedShort = received === undefined ? [span('nothing', 'muted')] : inlineJson(received);
  const label = 'expected  '.length;
  const isScalar = !isContainer(expected) || !isContainer(received);
  const areShort =
    lineWidth(expectedShort) + label <= width && lineWidth(receivedShort) + label <= width;
  if (isScalar || areShort) {
    return [
      ...wrapSpans([span('expected  ', 'ok'), ...expectedShort], width, {
        indent: [span(' '.repeat(label))],
        firstIndent: [],
      }),
      ...wrapSpans([span('received  ', 'wrong'), ...receivedShort], width, {
        indent: [span(' '.repeat(label))],
        firstIndent: [],
      }),
    ];
  }
  const rows = diffRows(
    toRows(expected as Json),
    toRows(orderKeysAs(expected as Json, received as Json)),
  );
  return [
    [span('− expected', 'ok'), span('   '), span('+ received', 'wrong')],
    ...layoutRows(rows, width),
  ];
}

function isContainer(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null;
}

function toRows(value: Json): Span[][] {
  return formatJson(value, 60, { openLevels: 3 }).map((line) => line.spans);
}

/** A trailing comma is no difference. */
function keyOf(spans: Span[]): string {
  return spans
    .map((part) => part.text)
    .join('')
    .replace(/,$/, '');
}

function diffRows(expected: Span[][], received: Span[][]): Row[] {
  let expectedIndex = 0;
  let receivedIndex = 0;
  return diffArrays(expected.map(keyOf), received.map(keyOf)).flatMap((change): Row[] => {
    const count = change.value.length;
    if (change.removed) {
      const rows = expected.slice(expectedIndex, expectedIndex + count);
      expectedIndex += count;
      return rows.map((spans) => ({ kind: 'expected', spans }));
    }
    const rows = received.slice(receivedIndex, receivedIndex + count);
    receivedIndex += count;
    if (change.added) return rows.map((spans) => ({ kind: 'received', spans }));
    expectedIndex += count;
    return rows.map((spans) => ({ kind: 'same', spans }));
  });
}

function layoutRows(rows: Row[], width: number): Line[] {
  const isNear = rows.map((_, index) =>
    rows
      .slice(Math.max(0, index - contextLines), index + contextLines + 1)
      .some((row) => row.kind !== 'same'),
  );
  const lines: Line[] = [];
  let hidden = 0;
  const closeGap = () => {
    if (hidden > 0)
      lines.push([span(`  … ${hidden} equal ${hidden === 1 ? 'line' : 'lines'}`, 'muted')]);
    hidden = 0;
  };
  rows.forEach((row, index) => {
    if (!isNear[index]) {
      hidden += 1;
      return;
    }
    closeGap();
    lines.push(...layoutRow(row, width));
  });
  closeGap();
  return lines;
}

const marks = { same: '  ', expected: '− ', received: '+ ' } as const;
const tones = { same: 'muted', expected: 'ok', received: 'wrong' } as const;

function layoutRow(row: Row, width: number): Line[] {
  const tone = tones[row.kind];
  const spans = row.spans.map((part) => span(part.text, tone));
  return wrapCodeLine(spans, width - 2).map((line, index) => [
    span(index === 0 ? marks[row.kind] : '  ', tone),
    ...line,
  ]);
}

/** Two texts line by line: `mine` marked with −, `theirs` with +. */
export function layoutTextDiff(mine: string, theirs: string, width: number): Line[] {
  const split = (text: string): Span[][] =>
    text
      .replaceAll('\r\n', '\n')
      .trimEnd()
      .split('\n')
      .map((line) => [span(printable(line))]);
  const textTones = { same: 'muted', expected: 'wrong', received: 'ok' } as const;
  let mineIndex = 0;
  let theirsIndex = 0;
  const mineLines = split(mine);
  const theirLines = split(theirs);
  const texts = (lines: Span[][]) => lines.map((line) => line[0]?.text ?? '');
  return diffArrays(texts(mineLines), texts(theirLines)).flatMap((change) => {
    const kind = change.removed ? 'expected' : change.added ? 'received' : 'same';
    const source = change.removed ? mineLines : theirLines;
    const start = change.removed ? mineIndex : theirsIndex;
    if (!change.added) mineIndex += change.value.length;
    if (!change.removed) theirsIndex += change.value.length;
    return source.slice(start, start + change.value.length).flatMap((spans) =>
      wrapCodeLine(
        spans.map((part) => span(part.text, textTones[kind])),
        width - 2,
      ).map(
        (line, index): Line => [span(index === 0 ? marks[kind] : '  ', textTones[kind]), ...line],
      ),
    );
  });
}
