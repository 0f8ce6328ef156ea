import type { Json } from '../model/exchange.ts';
import type { Line, Span, Tone } from '../model/lines.ts';
import { diffSequences } from './diff-sequences.ts';
import { inlineJson } from './json.ts';
import { printable, span } from './width.ts';

/** Expected and received on one line each: what is equal stands as `…`, what differs is lit. */
export function briefDiff(expected: Json, received: Json): { expected: Line; received: Line } {
  return {
    expected: brief(expected, received, 'ok'),
    received: brief(received, expected, 'wrong'),
  };
}

function brief(value: Json, other: Json, tone: Tone): Span[] {
  if (isEqual(value, other)) return [equalSpan(value)];
  if (Array.isArray(value) && Array.isArray(other)) return briefList(value, other, tone);
  if (!isRecord(value) || !isRecord(other)) return lit(value, tone);
  // Both sides name their keys in the same order.
  const order = new Set([...Object.keys(tone === 'ok' ? value : other), ...Object.keys(value)]);
  const parts = [...order].flatMap((key): (Span[] | 'equal')[] => {
    const [mine, theirs] = [value[key], other[key]];
    if (mine === undefined) return [];
    if (theirs !== undefined && isEqual(mine, theirs)) return ['equal'];
    const name = `${printable(JSON.stringify(key))}: `;
    if (theirs === undefined) return [[span(name, tone, { isBold: true }), ...lit(mine, tone)]];
    return [[span(name, 'muted'), ...brief(mine, theirs, tone)]];
  });
  return bracketed('{', parts, '}');
}

function briefList(value: Json[], other: Json[], tone: Tone): Span[] {
  if (value.length === other.length) {
    const parts = value.map((entry, index): Span[] | 'equal' => {
      const theirs = other[index] ?? null;
      return isEqual(entry, theirs) && isContainer(entry) ? 'equal' : brief(entry, theirs, tone);
    });
    return bracketed('[', parts, ']');
  }
  const changes = diffSequences(
    other.map((entry) => JSON.stringify(entry)),
    value.map((entry) => JSON.stringify(entry)),
  );
  let next = 0;
  const parts = changes.flatMap((change): (Span[] | 'equal')[] => {
    if (change.removed) return [];
    const entries = value.slice(next, next + change.value.length);
    next += change.value.length;
    return entries.map((entry) => (change.added ? lit(entry, tone) : [equalSpan(entry)]));
  });
  return bracketed('[', parts, ']');
}

/** A run of equal parts is one ellipsis. */
function bracketed(open: string, parts: (Span[] | 'equal')[], close: string): Span[] {
  const shown = parts.filter((part, index) => part !== 'equal' || parts[index - 1] !== 'equal');
  const inside = shown.flatMap((part, index) => [
    ...(index > 0 ? [span(', ', 'muted')] : []),
    ...(part === 'equal' ? [span('…', 'muted')] : part),
  ]);
  return [span(open, 'muted'), ...inside, span(close, 'muted')];
}

function equalSpan(value: Json): Span {
  if (Array.isArray(value)) return span(value.length === 0 ? '[]' : '[…]', 'muted');
  if (isRecord(value)) return span(Object.keys(value).length === 0 ? '{}' : '{…}', 'muted');
  return span(printable(JSON.stringify(value)), 'muted');
}

function lit(value: Json, tone: Tone): Span[] {
  return inlineJson(value).map(({ text }) => span(text, tone, { isBold: true }));
}

function isEqual(one: Json, other: Json): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((entry, i) => isEqual(entry, other[i] ?? null));
  }
  if (!isRecord(one) || !isRecord(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && isEqual(one[key] ?? null, other[key] ?? null))
  );
}

function isContainer(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: Json): value is { [key: string]: Json } {
  return isContainer(value) && !Array.isArray(value);
}
