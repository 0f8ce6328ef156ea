import { lineOf, type Report } from './problems.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

/** A Markdown file in its two parts. */
export type FrontMatterFile = {
  /** Undefined when it is missing or not valid YAML. */
  matter: YamlDocument | undefined;
  body: string;
  /** The line on which the body begins. */
  bodyLine: number;
};

function isFence(line: string): boolean {
  return line.trimEnd() === '---';
}

/** Splits the YAML between two `---` lines at the top from the Markdown below. */
export function splitFrontMatter(text: string, report: Report): FrontMatterFile {
  const lines = text.split('\n');
  if (!isFence(lines[0] ?? '')) {
    report({
      place: lineOf(1),
      value: lines[0] ?? '',
      problem: 'The file does not begin with front matter.',
      remedy: 'Begin it with a line ---, the keys, and another line ---.',
    });
    return { matter: undefined, ...guessBody(lines) };
  }
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end < 0) {
    report({
      place: lineOf(1),
      value: '---',
      problem: 'The front matter is not closed.',
      remedy: 'Put a line --- below its last key.',
    });
    return { matter: undefined, ...guessBody(lines) };
  }
  const matter = readYaml(lines.slice(1, end).join('\n'), 2, report);
  return { matter, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}

/** Without front matter the body is taken to begin at its first heading, so that it is checked too. */
function guessBody(lines: string[]): { body: string; bodyLine: number } {
  const heading = lines.findIndex((line) => line.startsWith('#'));
  const firstText = lines.findIndex((line) => !isFence(line));
  const start = heading < 0 ? firstText : heading;
  return { body: lines.slice(start).join('\n'), bodyLine: start + 1 };
}
