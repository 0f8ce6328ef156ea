import { lineOf, type Report } from './problems.ts';

export type CodeLanguage = 'python' | 'typescript';

/** Lines of a file from `first` to `last`, counted from 1; the marker lines lie outside. */
export type Region = { first: number; last: number };

/** A code file with its named regions. */
export type MarkedCode = { lines: string[]; language: CodeLanguage; regions: Map<string, Region> };

const markers: Record<CodeLanguage, { open: RegExp; close: RegExp }> = {
  python: { open: /^\s*#\s*region\b(.*)$/, close: /^\s*#\s*endregion\b/ },
  typescript: { open: /^\s*\/\/\s*#region\b(.*)$/, close: /^\s*\/\/\s*#endregion\b/ },
};

function isMarker(line: string, language: CodeLanguage): boolean {
  return markers[language].open.test(line) || markers[language].close.test(line);
}

/** Finds the regions of a file; those that are not closed, opened or named are reported. */
export function markRegions(text: string, language: CodeLanguage, report: Report): MarkedCode {
  const lines = text.replace(/\n+$/, '').split('\n');
  const regions = new Map<string, Region>();
  const open: { name: string; line: number }[] = [];
  lines.forEach((source, index) => {
    const line = index + 1;
    const fault = (problem: string, remedy: string): void =>
      report({ place: lineOf(line), value: source, problem, remedy });
    const opened = markers[language].open.exec(source);
    if (opened !== null) {
      const name = opened[1]?.trim() ?? '';
      if (name === '') fault('The region has no name.', 'Write a name behind the word region.');
      else if (regions.has(name) || open.some((outer) => outer.name === name)) {
        fault(`The region ${name} is there twice.`, 'Rename one of the two.');
      }
      open.push({ name, line });
    } else if (markers[language].close.test(source)) {
      const closed = open.pop();
      if (closed === undefined) {
        fault('No region is open here.', 'Take the line out, or open a region above it.');
      } else if (!regions.has(closed.name)) {
        regions.set(closed.name, { first: closed.line + 1, last: line - 1 });
      }
    }
  });
  for (const { name, line } of open) {
    report({
      place: lineOf(line),
      value: lines[line - 1] ?? '',
      problem: `The region ${name} is not closed.`,
      remedy: 'Put an endregion comment below its last line.',
    });
  }
  return { lines, language, regions };
}

/** Which lines of a region as shown lie in another one within it: indices from 0. */
export function linesWithin(
  marked: MarkedCode | undefined,
  outer: string,
  inner: string,
): number[] {
  const [around, within] = [marked?.regions.get(outer), marked?.regions.get(inner)];
  if (marked === undefined || around === undefined || within === undefined) return [];
  const { text, firstLine } = showRegion(marked, around);
  const shown = text.split('\n').length;
  const numbers: number[] = [];
  for (let line = firstLine; numbers.length < shown && line <= around.last; line += 1) {
    if (!isMarker(marked.lines[line - 1] ?? '', marked.language)) numbers.push(line);
  }
  return numbers.flatMap((line, index) =>
    line >= within.first && line <= within.last && text.split('\n')[index]?.trim() !== ''
      ? index
      : [],
  );
}

/** A part of a file as shown: no marker lines, no outer blank lines, indented as little as can be. */
export function showRegion(
  { lines, language }: MarkedCode,
  { first, last }: Region,
): { text: string; firstLine: number } {
  const kept = lines
    .slice(first - 1, last)
    .map((line, index) => ({ line, number: first + index }))
    .filter(({ line }) => !isMarker(line, language));
  const isFilled = ({ line }: { line: string }): boolean => line.trim() !== '';
  const shown = kept.slice(kept.findIndex(isFilled), kept.findLastIndex(isFilled) + 1);
  const indents = shown.filter(isFilled).map(({ line }) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return {
    text: shown.map(({ line }) => line.slice(indent).trimEnd()).join('\n'),
    firstLine: shown[0]?.number ?? first,
  };
}
