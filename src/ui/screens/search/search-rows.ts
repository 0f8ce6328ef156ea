import { markedSpans } from '../../../layout/search-hit.ts';
import { span } from '../../../layout/width.ts';
import type { CourseIndex } from '../../../model/course.ts';
import type { Line, Span } from '../../../model/lines.ts';
import type { SearchHit } from '../../../model/search.ts';
import { apart } from '../../apart.ts';
import type { Screen } from '../../screen.ts';

/** One thing that can be opened from the search. */
export type SearchRow = {
  title: (looks: Partial<Span>) => Line;
  place: string;
  screen: Screen;
  /** What is shown of it while it is marked: a hit's passage, or one sentence. */
  about: SearchHit | string;
};

/** Everything that has a title, in course order: shown before anything is typed. */
export function titleRows(index: CourseIndex): SearchRow[] {
  const row = (title: string, place: string, about: string, screen: Screen): SearchRow => ({
    title: (looks) => [span(title, undefined, looks)],
    place,
    about,
    screen,
  });
  return [
    ...index.lessons.map(({ id, number, title, summary }) =>
      row(title, `lesson ${number}`, summary, { name: 'lesson', id, beat: 'say' }),
    ),
    ...index.labs.flatMap((lab) => [
      row(lab.title, `lab ${lab.id}`, lab.summary, { name: 'lab', id: lab.id }),
      ...lab.exercises.map(({ id, title }) =>
        row(title, `exercise ${id}`, '', { name: 'exercise', id }),
      ),
    ]),
  ];
}

export function hitRow(hit: SearchHit): SearchRow {
  return {
    title: (looks) => markedSpans(hit.title, hit.titleMarks, { looks }),
    place: hit.place,
    about: hit,
    screen: screenOfHit(hit),
  };
}

/** The screen on which a hit stands, at its place. */
export function screenOfHit({ kind, id, lesson = id, beat = 'say', at }: SearchHit): Screen {
  switch (kind) {
    case 'lab':
      return { name: 'lab', id };
    case 'exercise':
      return { name: 'exercise', id };
    case 'lesson':
    case 'passage':
    case 'question':
    case 'card':
      return { name: 'lesson', id: lesson, beat, at: at ?? {} };
    default:
      return kind satisfies never;
  }
}

const widestRow = 100;

/** A row of the list; its place gives way to the title where there is no room for both. */
export function rowLine(row: SearchRow, isMarked: boolean, width: number): Line {
  const columns = Math.min(width, widestRow);
  const mark = isMarked ? span('▸ ', 'accent', { isBold: true }) : span('  ');
  const title = row.title(isMarked ? { tone: 'accent', isBold: true } : {});
  return apart([mark, ...title], [span(row.place, 'muted')], columns);
}
