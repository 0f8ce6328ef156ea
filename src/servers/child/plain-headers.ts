/** Headers as an exchange has them: names in small letters, several values of one name as one. */
export function plainHeaders(entries: [string, unknown][]): Record<string, string> {
  return Object.fromEntries(
    entries.map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]),
  );
}
