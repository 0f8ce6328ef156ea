import type { PathName, QuestionLevel } from '../course.ts';
import type { Exchange } from '../exchange.ts';
import type { QuizQuestion } from './draw.ts';
import type { QuizAnswer } from './score.ts';

/** How many questions are asked when nobody says so. */
export const usualCount = 10;

/** What a quiz was asked to be about. */
export type QuizWish = {
  /** The lesson whose questions are asked; empty for those of all lessons. */
  id: string;
  /** Of all lessons only those on this path. */
  path?: PathName | undefined;
  level?: QuestionLevel | undefined;
  count?: number | undefined;
  seed?: number | undefined;
};

/** What of a quiz is needed to go on with it. */
export type QuizInHand = {
  questions: QuizQuestion[];
  place: number;
  answers: Record<number, QuizAnswer>;
  /** What is typed in answer to the question at `place`. */
  text: string;
  marked: number;
};

/** A question that was drawn: the texts of its choices in the order shown, and its answer if there is one. */
export type LeftQuizQuestion = { id: string; choices?: string[]; answer?: QuizAnswer };

/** A quiz that was left before its end. */
export type LeftQuiz = {
  wish: QuizWish;
  questions: LeftQuizQuestion[];
  place: number;
  text: string;
  marked: number;
};

/** A quiz as it was kept, with when: an ISO 8601 time in UTC. */
export type KeptQuiz = LeftQuiz & { at: string };

/** What tells one quiz from another: two with the same name ask for the same. */
export function quizName({ id, path, level, count, seed }: QuizWish): string {
  const about = id === '' ? `all_${path ?? 'properly'}` : `of_${id}`;
  return [about, level ?? 'any', count ?? usualCount, seed ?? 'new'].join('_');
}

/** Whether nothing was asked for but the questions of the own path. */
export function isUsualQuiz(wish: QuizWish, ownPath: PathName): boolean {
  return quizName(wish) === quizName({ id: '', path: ownPath });
}

/** Whether there is an answer to lose and a question to go on with. */
export function canGoOn({ questions, place, answers }: Omit<QuizInHand, 'text' | 'marked'>) {
  const isOpen = (_: QuizQuestion, index: number) => index >= place && answers[index] === undefined;
  return Object.keys(answers).length > 0 && questions.some(isOpen);
}

/** What is kept of a quiz; nothing where it cannot be gone on with. */
export function leaveQuiz(wish: QuizWish, quiz: QuizInHand): LeftQuiz | undefined {
  if (!canGoOn(quiz)) return undefined;
  const { questions, place, answers, text, marked } = quiz;
  const left = questions.map((question, index): LeftQuizQuestion => {
    const answer = answers[index];
    return {
      id: question.id,
      ...(question.kind === 'choose' && { choices: question.choices.map((one) => one.text) }),
      ...(answer !== undefined && { answer: withoutPictures(answer) }),
    };
  });
  return { wish, questions: left, place, text, marked };
}

/** What a reply is shown and judged by, without what only a picture of its way needs. */
function withoutPictures(answer: QuizAnswer): QuizAnswer {
  if (answer.kind !== 'predict') return answer;
  const { request, response, durationMs } = answer.exchange;
  const exchange: Exchange = { request, durationMs, ...(response !== undefined && { response }) };
  return { ...answer, exchange };
}

/** How many questions of a quiz that was left are answered. */
export function countAnswered({ questions }: LeftQuiz): number {
  return questions.filter(({ answer }) => answer !== undefined).length;
}

/** The quiz that is offered to whoever opens this one: the same, or, where nothing was asked for, the latest. */
export function findLeftQuiz(
  kept: KeptQuiz[],
  wish: QuizWish,
  ownPath: PathName,
): KeptQuiz | undefined {
  const name = quizName(wish);
  const own = kept.find((quiz) => quizName(quiz.wish) === name);
  if (own !== undefined || !isUsualQuiz(wish, ownPath)) return own;
  return kept.toSorted((one, other) => other.at.localeCompare(one.at))[0];
}

/**
 * A quiz that was left, with the questions as the course has them now: what is gone is dropped, and an answer that no longer
 * fits its question leaves it without one. Undefined where nothing is left to go on with.
 */
export function resumeQuiz(left: LeftQuiz, pool: QuizQuestion[]): QuizInHand | undefined {
  const found = left.questions.flatMap((one, index) => {
    const question = pool.find(({ id }) => id === one.id);
    if (question === undefined) return [];
    const ordered = orderChoices(question, one.choices);
    const isSame = ordered !== undefined;
    const { answer } = one;
    const isFitting = isSame && answer !== undefined && fits(ordered, answer);
    return [{ index, question: ordered ?? question, ...(isFitting && { answer }) }];
  });
  const questions = found.map(({ question }) => question);
  const answers = Object.fromEntries(
    found.flatMap(({ answer }, index) => (answer === undefined ? [] : [[index, answer]])),
  );
  const next = found.findIndex(({ index }) => index >= left.place);
  const place = next < 0 ? found.length : next;
  const asked = found[place];
  const isWhereLeft = asked?.index === left.place;
  const isMarkable = isWhereLeft && left.marked < countMarkable(asked.question);
  const quiz = {
    questions,
    place,
    answers,
    text: isWhereLeft ? left.text : '',
    marked: isMarkable ? left.marked : 0,
  };
  return canGoOn(quiz) ? quiz : undefined;
}

/** The question with its choices as they were shown; undefined where it has other ones now. */
function orderChoices(question: QuizQuestion, texts: string[] = []): QuizQuestion | undefined {
  if (question.kind !== 'choose') return texts.length === 0 ? question : undefined;
  const choices = texts.flatMap((text) => question.choices.filter((one) => one.text === text));
  const counts = [texts.length, choices.length, new Set(choices).size];
  const isSame = counts.every((count) => count === question.choices.length);
  return isSame ? { ...question, choices } : undefined;
}

function fits(question: QuizQuestion, answer: QuizAnswer): boolean {
  if (question.kind !== answer.kind) return false;
  switch (answer.kind) {
    case 'say':
      return answer.ticks.length === question.keyPoints.length;
    case 'bug':
      return (answer.line ?? 0) < countMarkable(question);
    case 'choose':
    case 'predict':
      return (answer.choice ?? 0) < countMarkable(question);
    default:
      return answer satisfies never;
  }
}

function countMarkable(question: QuizQuestion): number {
  switch (question.kind) {
    case 'choose':
    case 'predict':
      return question.choices.length;
    case 'bug':
      return question.code.lines.length;
    case 'say':
      return 0;
    default:
      return question satisfies never;
  }
}
