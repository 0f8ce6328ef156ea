import { expect } from 'vitest';
import type { RecordedExchange } from '../../labs/kit/record/exchange.ts';

type Reply = RecordedExchange['response'];

/**
 * Fails unless two replies are the same in status, headers and text. Probabilities, in lists under `probability`, may
 * differ by 1e-12: NumPy's `exp` gives another last digit on another processor.
 */
export function expectSameReply(received: Reply, expected: Reply): void {
  const theirs = received.body === expected.body ? undefined : parseJson(expected.body);
  if (theirs === undefined || !hasProbability(theirs)) {
    expect(received).toEqual(expected);
    return;
  }
  expect(withoutText(received)).toEqual(withoutText(expected));
  expect(parseJson(received.body)).toEqual(withTolerance(theirs));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasProbability(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, entry]) => key === 'probability' || hasProbability(entry),
  );
}

/** The value with `closeTo` in place of each probability. */
function withTolerance(value: unknown, isProbability = false): unknown {
  if (typeof value === 'number' && isProbability) return expect.closeTo(value, 12);
  if (Array.isArray(value)) return value.map((entry) => withTolerance(entry, isProbability));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, withTolerance(entry, key === 'probability')]),
  );
}

function withoutText({ status, headers }: Reply) {
  const { 'content-length': _, ...others } = headers;
  return { status, headers: others };
}
