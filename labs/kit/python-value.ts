/** A float that JavaScript would print as an integer: Python tells `1.0` from `1`. */
export class PythonFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/**
 * A JSON value with what Python keeps and JavaScript drops: exact integers, `1.0` beside `1`, NaN, the order
 * of all keys. Objects are maps, so that no key has a meaning of its own.
 */
export type PythonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | PythonFloat
  | PythonValue[]
  | Map<string, PythonValue>;

/** The nearest plain JavaScript value, as a Zod schema expects it. */
export function toPlain(value: PythonValue): unknown {
  if (value instanceof PythonFloat) return value.value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, entry]) => [key, toPlain(entry)]));
  }
  return value;
}

/** The value found by following keys and indexes; undefined when there is none. */
export function findValue(
  value: PythonValue,
  path: readonly PropertyKey[],
): PythonValue | undefined {
  let found: PythonValue | undefined = value;
  for (const step of path) {
    if (found instanceof Map) found = found.get(String(step));
    else if (Array.isArray(found)) found = found[Number(step)];
    else return undefined;
  }
  return found;
}
