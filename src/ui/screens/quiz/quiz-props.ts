import { beatNames } from '../../../model/course.ts';
import type { QuizQuestion } from '../../../model/quiz/draw.ts';
import type { Screen } from '../../screen.ts';
import type { Quiz } from './use-quiz-state.ts';

/** What every part of a quiz gets. */
export type QuizProps = {
  quiz: Quiz;
  /** The lesson it is about; empty where it is about all. */
  id: string;
  title: string;
  /** Draws other questions. */
  draw: () => QuizQuestion[];
};

/** A part that is about the question asked now. */
export type QuestionProps = QuizProps & { question: QuizQuestion };

/** A seed that nobody has asked for. */
export function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 32);
}

/** The screen of a lesson's beat, as in `validation/see`, from its top: it is looked up and left again. */
export function screenOfLesson(place: string): Screen {
  const [id = '', name] = place.split('/');
  const beat = beatNames.find((known) => known === name) ?? 'say';
  return { name: 'lesson', id, beat, at: {} };
}
