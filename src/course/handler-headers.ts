import { lineOf, type Report } from './problems.ts';

/** A comment line that must stand at the top of a file, such as `// mistake: <one sentence>`. */
type Header = { key: string; content: string };

export const wrongHeaders: Header[] = [
  { key: 'rejected-by', content: '<check id>' },
  { key: 'mistake', content: '<one sentence>' },
];

export const rightHeaders: Header[] = [{ key: 'right', content: '<one sentence>' }];

/** The values of the headers by key; one that is missing or empty is reported. */
export function readHeaders(
  lines: string[],
  headers: Header[],
  report: Report,
): Map<string, string> {
  const values = new Map<string, string>();
  headers.forEach(({ key, content }, index) => {
    const line = lines[index] ?? '';
    const prefix = `// ${key}:`;
    const value = line.startsWith(prefix) ? line.slice(prefix.length).trim() : '';
    if (value !== '') values.set(key, value);
    else {
      report({
        place: lineOf(index + 1),
        value: line,
        problem: `The header ${key} is missing.`,
        remedy: `Make this line: ${prefix} ${content}`,
      });
    }
  });
  return values;
}
