import type { CourseProblem } from '../model/course.ts';
import { nearestName } from './nearest-name.ts';

/** A problem in a file that is known from the context. */
export type FileProblem = Omit<CourseProblem, 'file'>;

/** Takes down one problem of one file. */
export type Report = (problem: FileProblem) => void;

/** Collects the problems of all files, so that one bad file does not hide the others. */
export type ProblemList = {
  reportIn: (file: string) => Report;
  /** All problems, by file and by place in it. */
  sorted: () => CourseProblem[];
};

export function createProblemList(): ProblemList {
  const problems: CourseProblem[] = [];
  const order = new Intl.Collator('en', { numeric: true }).compare;
  return {
    reportIn: (file) => (problem) => {
      problems.push({ file, ...problem, value: shorten(problem.value) });
    },
    sorted: () => problems.toSorted((a, b) => order(a.file, b.file) || order(a.place, b.place)),
  };
}

const maxValueLength = 60;

/** One line of at most 60 characters. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length <= maxValueLength) return line;
  return `${characters.slice(0, maxValueLength - 1).join('')}…`;
}

/** A value as it is shown in a problem: text as it stands, all else as JSON. */
export function showValue(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `line 12` for a place that is only a line. */
export function lineOf(line: number): string {
  return `line ${line}`;
}

/** A remedy that names the nearest of the names that exist, or all of them when there are few. */
export function suggestName(name: string, names: Iterable<string>): string {
  const known = [...names];
  const nearest = nearestName(name, known);
  if (nearest !== undefined) return `Did you mean ${nearest}?`;
  if (known.length === 0) return 'There is none yet: add it, or take this out.';
  const listed = known.slice(0, 12).join(', ');
  return `Use one of: ${listed}${known.length > 12 ? ', …' : ''}.`;
}

/** Problems as plain lines, grouped by file, with a count at the end. */
export function formatProblems(problems: CourseProblem[]): string {
  const byFile = Map.groupBy(problems, (problem) => problem.file);
  const groups = [...byFile].map(([file, inFile]) =>
    [file, ...inFile.flatMap((problem) => formatProblem(problem))].join('\n'),
  );
  const problemCount = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const fileCount = byFile.size === 1 ? '1 file' : `${byFile.size} files`;
  if (problems.length === 0) return 'The course has no problems.';
  return [...groups, `${problemCount} in ${fileCount}.`].join('\n\n');
}

function formatProblem({ place, value, problem, remedy }: CourseProblem): string[] {
  const found = value === '' ? '' : ` Found: ${value}`;
  return [`  ${place}: ${problem}${found}`, `    ${remedy}`];
}
