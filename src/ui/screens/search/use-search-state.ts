import { useReducer } from 'react';
import type { CourseIndex } from '../../../model/course.ts';
import type { Screen } from '../../screen.ts';

export type SearchEntry = { title: string; place: string; screen: Screen };

export type SearchState = { query: string; selected: number };

export type SearchEvent =
  | { kind: 'typed'; text: string }
  | { kind: 'erased' }
  | { kind: 'cleared' }
  | { kind: 'moved'; by: 1 | -1; count: number };

export function reduceSearch(state: SearchState, event: SearchEvent): SearchState {
  switch (event.kind) {
    case 'typed':
      return { query: state.query + event.text, selected: 0 };
    case 'erased':
      return { query: state.query.slice(0, -1), selected: 0 };
    case 'cleared':
      return { query: '', selected: 0 };
    case 'moved': {
      const last = Math.max(0, event.count - 1);
      return { ...state, selected: Math.max(0, Math.min(state.selected + event.by, last)) };
    }
    default:
      return event satisfies never;
  }
}

/** Everything that has a title, in course order. */
export function searchEntries(index: CourseIndex): SearchEntry[] {
  const lessons = index.lessons.map(
    (lesson): SearchEntry => ({
      title: lesson.title,
      place: `lesson ${lesson.number}`,
      screen: { name: 'lesson', id: lesson.id, beat: 'say' },
    }),
  );
  const labs = index.labs.flatMap((lab): SearchEntry[] => [
    { title: lab.title, place: `lab ${lab.id}`, screen: { name: 'lab', id: lab.id } },
    ...lab.exercises.map(
      (exercise): SearchEntry => ({
        title: exercise.title,
        place: exercise.id,
        screen: { name: 'exercise', id: exercise.id },
      }),
    ),
  ]);
  return [...lessons, ...labs];
}

/** The entries that hold every word of the query, those whose title begins with it first. */
export function findEntries(entries: SearchEntry[], query: string): SearchEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter(({ title, place }) => {
    const text = `${title} ${place}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const first = words[0] ?? '';
  const rank = ({ title }: SearchEntry) => (title.toLowerCase().startsWith(first) ? 0 : 1);
  return found.toSorted((one, other) => rank(one) - rank(other));
}

export function useSearchState() {
  return useReducer(reduceSearch, { query: '', selected: 0 });
}
