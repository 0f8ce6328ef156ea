import type { Json } from './exchange.ts';

/**
 * What tells a value from the one expected, one line per place. Two checks that differ alike give the same lines:
 * a place in a list stands as `*`, and what is absent or of another form goes without its value.
 */
export function listDifferences(
  expected: Json | undefined,
  received: Json | undefined,
  path = '',
): string[] {
  const here = path === '' ? 'all' : path;
  const [wanted, got] = [formOf(expected), formOf(received)];
  if (wanted !== got) return [`${here}: ${wanted} -> ${describe(received)}`];
  if (Array.isArray(expected) && Array.isArray(received)) {
    return listDifferencesOfLists(expected, received, path);
  }
  if (isRecord(expected) && isRecord(received)) {
    const added = Object.keys(received).filter((key) => !Object.hasOwn(expected, key));
    return [
      ...Object.keys(expected).flatMap((key) =>
        listDifferences(expected[key], received[key], join(path, key)),
      ),
      ...added.map((key) => `${join(path, key)}: added`),
    ];
  }
  const [one, other] = [JSON.stringify(expected), JSON.stringify(received)];
  return one === other ? [] : [`${here}: ${one} -> ${other}`];
}

function listDifferencesOfLists(expected: Json[], received: Json[], path: string): string[] {
  if (expected.length === received.length) {
    return expected.flatMap((entry, index) =>
      listDifferences(entry, received[index], join(path, '*')),
    );
  }
  const lost = withoutEntriesOf(expected, received);
  const isShortened = lost.length === expected.length - received.length;
  const place = path === '' ? 'all' : path;
  const which = isShortened ? `without ${lost.join(' and ')}` : JSON.stringify(received);
  return [`${place}: ${expected.length} entries -> ${received.length}, ${which}`];
}

/** Indices of the entries that `received` leaves out, when it has the others in their order. */
function withoutEntriesOf(expected: Json[], received: Json[]): number[] {
  let next = 0;
  const lost = expected.flatMap((entry, index) => {
    if (JSON.stringify(entry) !== JSON.stringify(received[next])) return [index];
    next += 1;
    return [];
  });
  return next === received.length ? lost : [];
}

function formOf(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  return isRecord(value) ? 'object' : 'value';
}

function describe(value: Json | undefined): string {
  if (value === undefined || Array.isArray(value) || !isRecord(value)) return formOf(value);
  return `object of ${Object.entries(value)
    .map(([key, entry]) => `${key} ${formOf(entry)}`)
    .join(', ')}`;
}

function isRecord(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
