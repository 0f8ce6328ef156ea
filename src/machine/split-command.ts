/** Splits a command as `$EDITOR` holds it into its words; quotes keep a path with spaces together. */
export function splitCommand(text: string): string[] {
  const words = text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}
