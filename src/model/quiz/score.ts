import type { CourseIndex } from '../course.ts';
import type { Exchange } from '../exchange.ts';
import type { Progress } from '../progress.ts';
import { fittingChoices } from '../reply-pattern.ts';
import type { QuizKind, QuizQuestion } from './draw.ts';

/** What was answered to a question; `undefined` where the answer was asked for without one. */
export type QuizAnswer =
  /** `ticks` has an entry for each key point; `text` is empty where it was said aloud. */
  | { kind: 'say'; text: string; ticks: boolean[] }
  | { kind: 'choose'; choice: number | undefined }
  /** `line` is an index into the lines of the code. */
  | { kind: 'bug'; line: number | undefined }
  | { kind: 'predict'; choice: number | undefined; exchange: Exchange };

/** How many of so many key points have to be said: all but one, and of two both. */
export function neededPoints(total: number): number {
  return Math.max(total - 1, Math.ceil((total * 2) / 3));
}

const rightFrom = 2 / 3;

/** Whether an answer of this share counts as right: all but one key point of three to five, or the right choice. */
export function isRight(share: number): boolean {
  return share >= rightFrom - 1e-9;
}

/** How much of an answer is right, from 0 to 1; undefined where that cannot be told. */
export function shareOf(question: QuizQuestion, answer: QuizAnswer): number | undefined {
  switch (answer.kind) {
    case 'say': {
      const { ticks } = answer;
      return ticks.length === 0 ? undefined : ticks.filter(Boolean).length / ticks.length;
    }
    case 'choose': {
      const { choice } = answer;
      if (question.kind !== 'choose') return undefined;
      return choice !== undefined && question.choices[choice]?.isRight ? 1 : 0;
    }
    case 'bug': {
      const { line } = answer;
      if (question.kind !== 'bug') return undefined;
      return line !== undefined && question.bugLines.includes(line) ? 1 : 0;
    }
    case 'predict': {
      if (question.kind !== 'predict') return undefined;
      const [fitting] = fittingChoices(question.choices, answer.exchange);
      if (fitting === undefined) return undefined;
      return fitting === answer.choice ? 1 : 0;
    }
    default:
      return answer satisfies never;
  }
}

export type AnsweredQuestion = { question: QuizQuestion; share: number };

/** `points` is the sum of the shares of so many questions. */
export type Tally = { asked: number; points: number };

export type QuizScore = {
  all: Tally;
  /** By lesson id, in the order they came up. */
  byTopic: Map<string, Tally>;
  byKind: Map<QuizKind, Tally>;
  /** Where the wrongly answered are explained: a lesson with its beat, and how many of them; most first. */
  readAgain: { lesson: string; questions: number }[];
};

/** What a quiz came to. */
export function scoreQuiz(answered: AnsweredQuestion[]): QuizScore {
  const wrong = answered.filter(({ share }) => !isRight(share));
  const places = Map.groupBy(wrong, ({ question }) => question.shownIn.lesson);
  return {
    all: tallyOf(answered),
    byTopic: tallyBy(answered, ({ question }) => question.topic),
    byKind: tallyBy(answered, ({ question }) => question.kind),
    readAgain: [...places]
      .map(([lesson, { length }]) => ({ lesson, questions: length }))
      .toSorted((one, other) => other.questions - one.questions),
  };
}

function tallyOf(answered: { share: number }[]): Tally {
  return { asked: answered.length, points: answered.reduce((sum, { share }) => sum + share, 0) };
}

function tallyBy<Key>(
  answered: AnsweredQuestion[],
  keyOf: (one: AnsweredQuestion) => Key,
): Map<Key, Tally> {
  return new Map([...Map.groupBy(answered, keyOf)].map(([key, group]) => [key, tallyOf(group)]));
}

/** What is known of a topic: of its questions so many were asked, with these points at the latest answer each. */
export type TopicScore = Tally & { lesson: string; title: string; questions: number };

/** The score of every lesson that has questions, in course order. */
export function topicScores({ questions }: Progress, index: CourseIndex): TopicScore[] {
  const answered = Object.values(questions);
  return index.lessons.flatMap(({ id, title }) => {
    const total = index.questions[id] ?? 0;
    const tally = tallyOf(answered.filter(({ lesson }) => lesson === id));
    return total === 0 && tally.asked === 0
      ? []
      : [{ lesson: id, title, questions: Math.max(total, tally.asked), ...tally }];
  });
}
