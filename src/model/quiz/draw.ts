import type { Lesson, Question, QuestionKind, QuestionLevel } from '../course.ts';
import type { Progress } from '../progress.ts';
import { type Random, seededRandom, shuffle } from '../random.ts';
import { isRight } from './score.ts';

/** A question as it is asked: its choices in the order shown, `topic` the id of its lesson. */
export type QuizQuestion = Question & { topic: string };

export type QuizKind = QuestionKind['kind'];

/** The questions of some lessons, all or those of one level. */
export function poolOf(lessons: Lesson[], level?: QuestionLevel): QuizQuestion[] {
  return lessons.flatMap(({ id, questions }) =>
    questions
      .filter((question) => level === undefined || question.level === level)
      .map((question) => ({ ...question, topic: id })),
  );
}

export type Draw = {
  /** At most so many. */
  count: number;
  /** The same seed draws the same questions from the same pool and scores. */
  seed: number;
};

/**
 * Draws the questions of a quiz: first those answered wrong, then those never asked, then the rest. Among equals
 * every kind comes up as often as the others while there are enough, and kinds follow each other in turn.
 */
export function drawQuestions(
  pool: QuizQuestion[],
  scores: Progress['questions'],
  { count, seed }: Draw,
): QuizQuestion[] {
  const random = seededRandom(seed);
  const shuffled = shuffle(pool, random);
  const drawn: QuizQuestion[] = [];
  for (const urgency of urgencies) {
    const equals = shuffled.filter(({ id }) => urgencyOf(scores[id]) === urgency);
    const taken = takeInRounds(equals, count - drawn.length);
    drawn.push(...interleaveKinds(taken, drawn.at(-1)?.kind));
  }
  return drawn.map((question) => shuffleChoices(question, random));
}

/** The same questions once more, in another order and with other places for the right choice. */
export function askAgain(questions: QuizQuestion[], seed: number): QuizQuestion[] {
  return drawQuestions(questions, {}, { count: questions.length, seed });
}

const urgencies = ['wrong', 'new', 'right'] as const;

function urgencyOf(score: { share: number } | undefined): (typeof urgencies)[number] {
  if (score === undefined) return 'new';
  return isRight(score.share) ? 'right' : 'wrong';
}

/** One of each kind, then another one of each, as long as there are any. */
function takeInRounds(questions: QuizQuestion[], count: number): QuizQuestion[] {
  const rounds = new Map<QuizKind, number>();
  const withRound = questions.map((question) => {
    const round = rounds.get(question.kind) ?? 0;
    rounds.set(question.kind, round + 1);
    return { question, round };
  });
  const inOrder = withRound.toSorted((one, other) => one.round - other.round);
  return inOrder.slice(0, Math.max(0, count)).map(({ question }) => question);
}

/** No kind twice in a row while there is another one: the one with most left comes first. */
function interleaveKinds(questions: QuizQuestion[], before: QuizKind | undefined): QuizQuestion[] {
  const left = Map.groupBy(questions, ({ kind }) => kind);
  const ordered: QuizQuestion[] = [];
  while (ordered.length < questions.length) {
    const last = ordered.at(-1)?.kind ?? before;
    const waiting = [...left.values()].filter((queue) => queue.length > 0);
    const others = waiting.filter((queue) => queue[0]?.kind !== last);
    const most = (others.length > 0 ? others : waiting).toSorted((a, b) => b.length - a.length)[0];
    const next = most?.shift();
    if (next === undefined) break;
    ordered.push(next);
  }
  return ordered;
}

function shuffleChoices(question: QuizQuestion, random: Random): QuizQuestion {
  if (question.kind !== 'choose') return question;
  return { ...question, choices: shuffle(question.choices, random) };
}
