import { type ReactNode, useState } from 'react';
import { span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import { chosenPath } from '../../../model/path.ts';
import { drawQuestions, poolOf, type QuizQuestion } from '../../../model/quiz/draw.ts';
import {
  findLeftQuiz,
  type KeptQuiz,
  type QuizWish,
  quizName,
  resumeQuiz,
  usualCount,
} from '../../../model/quiz/left.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useRoom } from '../../room.ts';
import { useSession } from '../../session.ts';
import { AnsweredQuestion } from './answered-question.tsx';
import { loadQuizLessons, quizTitle } from './load-quiz.ts';
import { PointedQuestion } from './pointed-question.tsx';
import { QuizEnd } from './quiz-end.tsx';
import { QuizOffer } from './quiz-offer.tsx';
import { newSeed } from './quiz-props.ts';
import { SaidQuestion } from './said-question.tsx';
import { quizFromLeft, useQuizState } from './use-quiz-state.ts';

type QuizScreenProps = QuizWish & {
  /** Questions that were just shown, which the first draw leaves out. */
  without?: string[] | undefined;
};

/** A quiz: the one that was left half done, if that is wished for, or a new one. */
export function QuizScreen(props: QuizScreenProps): ReactNode {
  const { id, path, level, count, seed, without = [] } = props;
  const wish = { id, path, level, count, seed };
  const name = quizName(wish);
  return <QuizOrOffer key={name} name={name} wish={wish} without={without} />;
}

type WishProps = { wish: QuizWish; without: string[] };

function QuizOrOffer({ name, ...props }: WishProps & { name: string }): ReactNode {
  const { wish } = props;
  const { services, progress, quizzes, attempt, replace, say } = useSession();
  const [offered, offer] = useState(() =>
    quizzes.has(name)
      ? undefined
      : findLeftQuiz(services.readQuizzes(), wish, chosenPath(progress)),
  );
  if (offered === undefined || quizzes.has(name)) return <LoadedQuiz {...props} />;

  const goOn = async ({ at: _, ...left }: KeptQuiz) => {
    const lessons = await loadQuizLessons(services, left.wish);
    const quiz = resumeQuiz(left, poolOf(lessons, left.wish.level));
    if (quiz === undefined) {
      say({
        tone: 'warn',
        text: 'The questions of that quiz have changed since: this is a new one.',
      });
      return beginNew(left.wish);
    }
    quizzes.set(quizName(left.wish), quizFromLeft(quiz));
    replace({ name: 'quiz', ...left.wish });
  };
  const beginNew = (left: QuizWish) => {
    quizzes.delete(quizName(left));
    services.keepQuiz(left, undefined);
    offer(undefined);
  };
  return (
    <QuizOffer
      left={offered}
      title={quizTitle(services.courseIndex, offered.wish)}
      goOn={() => attempt(() => goOn(offered))}
      beginNew={() => beginNew(offered.wish)}
    />
  );
}

function LoadedQuiz({ wish, without }: WishProps): ReactNode {
  const { services } = useSession();
  const room = useRoom();
  const loaded = useLoaded(quizName(wish), () => loadQuizLessons(services, wish));
  const pool = loaded.kind === 'ready' ? poolOf(loaded.value, wish.level) : [];
  useKeys(loaded.kind !== 'loading' && pool.length === 0 ? 'help' : undefined, {});
  if (pool.length > 0) return <OpenQuiz wish={wish} without={without} pool={pool} />;
  const text =
    loaded.kind === 'failed'
      ? span(`The questions could not be opened: ${loaded.message}`, 'wrong')
      : span(loaded.kind === 'loading' ? '' : 'There is no question here to ask.');
  return (
    <Frame title="Quiz" mode="help">
      <LinesView lines={wrapSpans([text], room.width)} {...room} />
    </Frame>
  );
}

/** One question at a time, each explained as soon as it is answered, and the score at the end. */
function OpenQuiz({ wish, without, pool }: WishProps & { pool: QuizQuestion[] }): ReactNode {
  const { services, progress } = useSession();
  const { id, count = usualCount } = wish;
  const others = pool.filter((question) => !without.includes(question.id));
  const draw = (from: QuizQuestion[], seed?: number) =>
    drawQuestions(from, seed === undefined ? progress.questions : {}, {
      count,
      seed: seed ?? newSeed(),
    });
  const quiz = useQuizState(wish, () => draw(others, wish.seed));
  const { questions, place, answers } = quiz.state;
  const title = quizTitle(services.courseIndex, wish);
  const props = { quiz, id, title, draw: () => draw(pool) };
  const question = questions[place];
  if (question === undefined) return <QuizEnd {...props} />;
  if (answers[place] !== undefined) {
    return <AnsweredQuestion key={place} {...props} question={question} />;
  }
  return question.kind === 'say' ? (
    <SaidQuestion key={place} {...props} question={question} />
  ) : (
    <PointedQuestion key={place} {...props} question={question} />
  );
}
