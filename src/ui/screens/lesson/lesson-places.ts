import type { BeatName } from '../../../model/course.ts';
import type { DefendState } from './use-defend-state.ts';
import type { PagePlace } from './use-pages.ts';

/** Where a lesson was left: the page of each beat that is read, and the question of Defend it. */
export type LessonPlaces = { pages: Partial<Record<BeatName, PagePlace>>; defend?: DefendState };

/** The places of a lesson, to be read and written; a new lesson begins with none. */
export function placesOfLesson(lessons: Map<string, LessonPlaces>, id: string): LessonPlaces {
  const places = lessons.get(id) ?? { pages: {} };
  lessons.set(id, places);
  return places;
}
