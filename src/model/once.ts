/** Makes a value when it is first asked for and keeps it until it is forgotten. */
export function once<T>(make: () => T): (() => T) & { forget: () => void } {
  let made: { value: T } | undefined;
  const get = (): T => {
    made ??= { value: make() };
    return made.value;
  };
  const forget = (): void => {
    made = undefined;
  };
  return Object.assign(get, { forget });
}

/** Gives each text once, however often it is found. */
export function onceEach(find: () => string | undefined): () => string | undefined {
  const given = new Set<string>();
  return () => {
    const text = find();
    if (text === undefined || given.has(text)) return undefined;
    given.add(text);
    return text;
  };
}
