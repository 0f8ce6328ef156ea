import type { ReactNode } from 'react';
import { span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import {
  type Lesson,
  type PathName,
  pathTitles,
  type QuestionLevel,
} from '../../../model/course.ts';
import { narrowToPath } from '../../../model/path.ts';
import { drawQuestions, poolOf, type QuizQuestion } from '../../../model/quiz/draw.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useRoom } from '../../room.ts';
import { useSession } from '../../session.ts';
import { AnsweredQuestion } from './answered-question.tsx';
import { PointedQuestion } from './pointed-question.tsx';
import { QuizEnd } from './quiz-end.tsx';
import { newSeed } from './quiz-props.ts';
import { SaidQuestion } from './said-question.tsx';
import { useQuizState } from './use-quiz-state.ts';

const usualCount = 10;

type QuizWish = {
  /** The lesson whose questions are asked; empty for those of all lessons. */
  id: string;
  /** Of all lessons only those on this path. */
  path?: PathName | undefined;
  level?: QuestionLevel | undefined;
  count?: number | undefined;
  seed?: number | undefined;
  /** Questions that were just shown, which the first draw leaves out. */
  without?: string[] | undefined;
};

/** A quiz: one question at a time, each explained as soon as it is answered, and the score at the end. */
export function QuizScreen(wish: QuizWish): ReactNode {
  const { services } = useSession();
  const room = useRoom();
  const loaded = useLoaded(wish.id, async (id): Promise<Lesson[]> => {
    const { lessons } = narrowToPath(services.courseIndex, wish.path ?? 'properly');
    const ids = id === '' ? lessons.map((lesson) => lesson.id) : [id];
    return Promise.all(ids.map(services.loadLesson));
  });
  const pool = loaded.kind === 'ready' ? poolOf(loaded.value, wish.level) : [];
  useKeys(loaded.kind !== 'loading' && pool.length === 0 ? 'help' : undefined, {});
  if (pool.length > 0) return <OpenQuiz wish={wish} pool={pool} />;
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

function OpenQuiz({ wish, pool }: { wish: QuizWish; pool: QuizQuestion[] }): ReactNode {
  const { services, progress } = useSession();
  const { id, path = 'properly', count = usualCount } = wish;
  const others = pool.filter((question) => !wish.without?.includes(question.id));
  const draw = (from: QuizQuestion[], seed?: number) =>
    drawQuestions(from, seed === undefined ? progress.questions : {}, {
      count,
      seed: seed ?? newSeed(),
    });
  const quiz = useQuizState(`${id}:${path}`, () => draw(others, wish.seed));
  const { questions, place, answers } = quiz.state;
  const topic = services.courseIndex.lessons.find((lesson) => lesson.id === id)?.title;
  const all = path === 'properly' ? 'all lessons' : pathTitles[path];
  const props = { quiz, id, title: `Quiz · ${topic ?? all}`, draw: () => draw(pool) };
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
