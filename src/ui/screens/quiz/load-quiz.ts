import { type CourseIndex, type Lesson, pathTitles } from '../../../model/course.ts';
import { narrowToPath } from '../../../model/path.ts';
import type { QuizWish } from '../../../model/quiz/left.ts';
import type { Services } from '../../services.ts';

/** The lessons whose questions a quiz draws from. */
export function loadQuizLessons(
  { courseIndex, loadLesson }: Pick<Services, 'courseIndex' | 'loadLesson'>,
  { id, path = 'properly' }: QuizWish,
): Promise<Lesson[]> {
  const { lessons } = narrowToPath(courseIndex, path);
  const ids = id === '' ? lessons.map((lesson) => lesson.id) : [id];
  return Promise.all(ids.map(loadLesson));
}

/** What a quiz is about, as its title says it. */
export function quizTitle({ lessons }: CourseIndex, { id, path = 'properly' }: QuizWish): string {
  const topic = lessons.find((lesson) => lesson.id === id)?.title;
  const all = path === 'properly' ? 'all lessons' : pathTitles[path];
  return `Quiz · ${topic ?? all}`;
}
