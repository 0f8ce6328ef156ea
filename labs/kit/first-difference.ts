import type { Json } from './check-api.ts';

/** The first place where two values differ, as in `detail[0].input`; its path is empty when they differ as a whole. */
export type Difference = { path: string; expected?: Json; received?: Json };

/** Looks for it in the order of what was expected; undefined when the values are equal. */
export function findFirstDifference(
  expected: Json | undefined,
  received: Json | undefined,
  path = '',
): Difference | undefined {
  if (Array.isArray(expected) && Array.isArray(received)) {
    const length = Math.max(expected.length, received.length);
    const places = Array.from({ length }, (_, index) => index);
    return findFirst(places, (index) =>
      findFirstDifference(expected[index], received[index], `${path}[${index}]`),
    );
  }
  if (isObject(expected) && isObject(received)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(received)])];
    const prefix = path === '' ? '' : `${path}.`;
    return findFirst(keys, (key) =>
      findFirstDifference(readOwn(expected, key), readOwn(received, key), `${prefix}${key}`),
    );
  }
  return expected === received ? undefined : { path, expected, received };
}

function findFirst<T>(
  places: T[],
  find: (place: T) => Difference | undefined,
): Difference | undefined {
  for (const place of places) {
    const found = find(place);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key such as `constructor` is there only when it was sent. */
function readOwn(value: { [key: string]: Json }, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
