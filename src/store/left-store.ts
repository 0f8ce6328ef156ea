import { explainFileFailure } from '../model/error-code.ts';
import type { LessonPlaces } from '../model/places.ts';
import { type KeptQuiz, type LeftQuiz, type QuizWish, quizName } from '../model/quiz/left.ts';
import { type LeftFilesOptions, openLeftFiles } from './left-files.ts';
import { readPlaces, readQuiz } from './read-left.ts';

const lessonPrefix = 'lesson-';
const quizPrefix = 'quiz-';
const dayMs = 24 * 60 * 60 * 1000;
const momentMs = 2000;

/** Where the learner left lessons and quizzes, to go on there in another session. */
export type LeftStore = {
  readPlaces: (lesson: string) => LessonPlaces | undefined;
  /** Keeps where a lesson is left; undefined forgets it. */
  keepPlaces: (lesson: string, places: LessonPlaces | undefined) => void;
  /** The quizzes that were left less than a day ago; older ones are forgotten. */
  readQuizzes: () => KeptQuiz[];
  /** Keeps a quiz; undefined forgets it. What is worth more than a page is written at once. */
  keepQuiz: (wish: QuizWish, left: LeftQuiz | undefined, options?: { isAtOnce?: boolean }) => void;
  /** Writes what waits to be written. */
  flush: () => void;
  /** What the learner should know, while nothing can be kept. */
  warning: () => string | undefined;
};

type LeftStoreOptions = Omit<LeftFilesOptions, 'later'> & Partial<Pick<LeftFilesOptions, 'later'>>;

/** Opens what one learner left. */
export function openLeftStore(options: LeftStoreOptions): LeftStore {
  const { folder, now } = options;
  const later = (run: () => void) => void setTimeout(run, momentMs).unref();
  const files = openLeftFiles({ later, ...options });

  /** By lesson: screens ask with every frame. */
  const places = new Map<string, LessonPlaces | undefined>();

  function readKept(name: string): KeptQuiz[] {
    const kept = files.read(name);
    const quiz = readQuiz(kept?.left);
    if (kept === undefined || quiz === undefined) return [];
    // One by another name could not be forgotten by its own.
    if (name !== `${quizPrefix}${quizName(quiz.wish)}`) return [];
    const ageMs = now().getTime() - Date.parse(kept.at);
    if (ageMs < dayMs) return [{ ...quiz, at: kept.at }];
    files.keep(name, undefined);
    return [];
  }

  return {
    readPlaces(lesson) {
      if (!places.has(lesson)) {
        places.set(lesson, readPlaces(files.read(`${lessonPrefix}${lesson}`)?.left));
      }
      return places.get(lesson);
    },
    keepPlaces(lesson, left) {
      places.set(lesson, left);
      files.keep(`${lessonPrefix}${lesson}`, left);
    },
    readQuizzes: () => files.names(quizPrefix).flatMap(readKept),
    keepQuiz(wish, left, { isAtOnce = false } = {}) {
      files.keep(`${quizPrefix}${quizName(wish)}`, left);
      if (isAtOnce) files.flush();
    },
    flush: files.flush,
    warning() {
      const failure = files.failure();
      if (failure === undefined) return undefined;
      return `Where you are in lessons and quizzes cannot be kept in ${folder}: ${explainFileFailure(failure)}. This session goes on, but it will not be remembered.`;
    },
  };
}
