import type { Json } from './check-api.ts';
import { findFirstDifference } from './first-difference.ts';

/** Why a check failed: one sentence, and the two values it compared when it compared two. */
export type CheckFailure = { message: string; expected?: Json; received?: Json };

const maxValueLength = 60;

/** The verbs of matchers that ask for one value; others say more by their own words. */
const equality =
  /^to (equal|deeply equal|strictly equal|match object) |^to be .*\/\/ Object\.is equality/s;

/** Reads what a learner needs to know out of whatever a check threw. */
export function readFailure(error: unknown): CheckFailure {
  if (!(error instanceof Error)) return { message: String(error) };
  const message = error.message.split('\n')[0] ?? '';
  if (!('expected' in error) || !('actual' in error)) return { message };
  const { expected, actual } = error;
  const [, name, verb] = /^(?:(.*?): )?expected .*? (to .*)$/s.exec(error.message) ?? [];
  const isEquality =
    verb !== undefined && equality.test(verb) && !error.message.includes(' not to ');
  if (!isEquality) return { message };
  const shown = { expected: toJson(expected, actual), received: toJson(actual) };
  const wanted = isMatcher(expected) ? describeMatcher(expected) : shorten(shown.expected);
  const place = isMatcher(expected) ? undefined : findHiddenDifference(shown);
  if (place !== undefined) {
    const sentence = `expected ${shorten(place.expected)}, received ${shorten(place.received)}`;
    return { message: `${name ?? 'the value'}, at ${place.path}: ${sentence}`, ...shown };
  }
  const sentence = `expected ${wanted}, received ${shorten(shown.received)}`;
  return { message: name === undefined ? sentence : `${name}: ${sentence}`, ...shown };
}

/**
 * A value as plain JSON. Where `value` holds a matcher such as `expect.any(Number)`, what was received
 * stands in if it fits, so that only real differences are shown.
 */
function toJson(value: unknown, received?: unknown): Json | undefined {
  if (value === undefined || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    return value.map((entry, index) => toJson(entry, childOf(received, index)) ?? null);
  }
  if (typeof value !== 'object') return String(value);
  if (isMatcher(value)) {
    if (value.asymmetricMatch(received)) return toJson(received);
    return describeMatcher(value);
  }
  if (value instanceof RegExp || value instanceof Date) return String(value);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => {
      const json = toJson(entry, childOf(received, key));
      return json === undefined ? [] : [[key, json]];
    }),
  );
}

type Matcher = {
  asymmetricMatch: (value: unknown) => boolean;
  toAsymmetricMatcher?: () => string;
  sample?: unknown;
};

function isMatcher(value: unknown): value is Matcher {
  if (typeof value !== 'object' || value === null) return false;
  return 'asymmetricMatch' in value && typeof value.asymmetricMatch === 'function';
}

/** `400 or 422` for `expect.toBeOneOf([400, 422])`, else what the matcher says of itself. */
function describeMatcher(matcher: Matcher): string {
  const { sample } = matcher;
  const choices = Array.isArray(sample) && String(matcher) === 'toBeOneOf' ? sample[0] : undefined;
  if (Array.isArray(choices)) return choices.map((choice) => JSON.stringify(choice)).join(' or ');
  return matcher.toAsymmetricMatcher?.() ?? String(matcher);
}

function childOf(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** Where two values differ, when they are too long for a sentence to show it. */
function findHiddenDifference({ expected, received }: Pick<CheckFailure, 'expected' | 'received'>) {
  const isLong = [expected, received].some((value) => shorten(value).endsWith('…'));
  const difference = isLong ? findFirstDifference(expected, received) : undefined;
  return difference?.path === '' ? undefined : difference;
}

function shorten(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length <= maxValueLength ? text : `${text.slice(0, maxValueLength - 1)}…`;
}
