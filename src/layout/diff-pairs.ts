import type { Json } from '../model/exchange.ts';
import type { Line, Span, Tone } from '../model/lines.ts';
import { diffSequences } from './diff-sequences.ts';
import { formatJson, inlineJson } from './json.ts';
import { span } from './width.ts';

/** A line of expected JSON and the one that stands in its place; one of them may be missing. */
export type DiffPair = { kind: 'same' | 'changed'; expected?: Line; received?: Line };

/** Two values line by line, in step. Only the parts of a line that differ are lit. */
export function diffPairs(expected: Json, received: Json): DiffPair[] {
  const wanted = toRows(expected);
  const got = toRows(orderKeysAs(expected, received));
  const pairs: DiffPair[] = [];
  let removed: Line[] = [];
  let wantedIndex = 0;
  let gotIndex = 0;
  for (const change of diffSequences(wanted.map(textOf), got.map(textOf))) {
    const count = change.value.length;
    if (change.removed) {
      removed = wanted.slice(wantedIndex, wantedIndex + count);
      wantedIndex += count;
      continue;
    }
    const rows = got.slice(gotIndex, gotIndex + count);
    gotIndex += count;
    pairs.push(...pairUp(removed, change.added ? rows : []));
    removed = [];
    if (change.added) continue;
    wantedIndex += count;
    pairs.push(
      ...rows.map((row): DiffPair => {
        const line = toned(row, 'muted');
        return { kind: 'same', expected: line, received: line };
      }),
    );
  }
  return [...pairs, ...pairUp(removed, [])];
}

/** Lines of the same key stand beside one another. */
function pairUp(expected: Line[], received: Line[]): DiffPair[] {
  const pairs: DiffPair[] = [];
  let next = 0;
  const addAlone = (until: number) => {
    for (const line of received.slice(next, until)) {
      pairs.push({ kind: 'changed', received: toned(line, 'wrong') });
    }
    next = until;
  };
  for (const line of expected) {
    const place = received.findIndex(
      (other, index) => index >= next && keyOf(other) === keyOf(line),
    );
    if (place === -1) {
      pairs.push({ kind: 'changed', expected: toned(line, 'ok') });
      continue;
    }
    addAlone(place);
    pairs.push(light(line, received[place] ?? []));
    next = place + 1;
  }
  addAlone(received.length);
  return pairs;
}

/** Two values on one line each, what differs lit. */
export function lightPair(expected: Json, received: Json) {
  return light(inlineJson(expected), inlineJson(orderKeysAs(expected, received)));
}

function light(expected: Line, received: Line) {
  const pair = { kind: 'changed' as const, expected: [] as Line, received: [] as Line };
  const texts = (line: Line) => line.map(({ text }) => text);
  for (const change of diffSequences(texts(expected), texts(received))) {
    const text = change.value.join('');
    if (change.removed) pair.expected.push(lit(text, 'ok'));
    else if (change.added) pair.received.push(lit(text, 'wrong'));
    else {
      pair.expected.push(span(text, 'muted'));
      pair.received.push(span(text, 'muted'));
    }
  }
  return pair;
}

function lit(text: string, tone: Tone): Span {
  return /^[\s,]*$/.test(text) ? span(text, 'muted') : span(text, tone, { isBold: true });
}

function toned(line: Line, tone: Tone): Line {
  return line.map(({ text }) => span(text, tone));
}

/** Indentation and key of a line; of a line without a key its first bracket or nothing. */
function keyOf(line: Line): string {
  return /^\s*(?:"(?:[^"\\]|\\.)*": |[[\]{}]*$)?/.exec(textOf(line))?.[0] ?? '';
}

/** A trailing comma is no difference. */
function textOf(line: Line): string {
  return line
    .map(({ text }) => text)
    .join('')
    .replace(/,$/, '');
}

function toRows(value: Json): Line[] {
  return formatJson(value, Number.POSITIVE_INFINITY, { isOpened: holdsObjects }).map(
    (line) => line.spans,
  );
}

/** Objects and lists of them stand open, so that they can be compared key by key. */
function holdsObjects(value: unknown): boolean {
  return Array.isArray(value)
    ? value.some((entry) => typeof entry === 'object' && entry !== null)
    : true;
}

/** `received` with its keys in the order of `expected`, so that order alone is never shown as a difference. */
export function orderKeysAs(expected: Json, received: Json): Json {
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
