import type { ReactNode } from 'react';
import { layoutScore, layoutScoreTables } from '../../../layout/quiz-score.ts';
import { span } from '../../../layout/width.ts';
import { lessonName } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { askAgain } from '../../../model/quiz/draw.ts';
import { isRight, type QuizScore, scoreQuiz } from '../../../model/quiz/score.ts';
import { apart } from '../../apart.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import { useRoom } from '../../room.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { newSeed, type QuizProps, screenOfLesson } from './quiz-props.ts';
import { answeredQuestions } from './use-quiz-state.ts';

/** The score, what to read again, and another round. */
export function QuizEnd({ quiz, title, draw }: QuizProps): ReactNode {
  const session = useSession();
  const { courseIndex } = session.services;
  const room = useRoom();
  const answered = answeredQuestions(quiz.state);
  const wrong = answered.filter(({ share }) => !isRight(share)).map(({ question }) => question);
  const score = scoreQuiz(answered);
  const { marked } = quiz.state;
  const nameOf = (lesson: string) => lessonName(courseIndex, lesson);

  const head = [...layoutScore(score, room.width), []];
  const links = linkLines(score, { marked, nameOf, width: room.width });
  const tables = answered.length === 0 ? [] : layoutScoreTables(score, nameOf, room.width);
  const lines = [...head, ...links, ...(links.length > 0 ? [[]] : []), ...tables];
  const line = links.length === 0 || marked === 0 ? 0 : head.length + 1 + marked;
  const viewport = { total: lines.length, height: room.height };
  const scroll = useScroll(`${marked}`, viewport, keepVisible(0, line, line, viewport));

  const mark = (by: 1 | -1) => () =>
    quiz.send({ kind: 'marked', to: quiz.read().marked + by, count: score.readAgain.length });
  const leave = (go: () => void) => () => {
    quiz.forget();
    go();
  };
  const hasLinks = score.readAgain.length > 0;
  useKeys('quizScore', {
    ...scroll.actions,
    ...(hasLinks && { 'select-up': mark(-1), 'select-down': mark(1) }),
    ...(!hasLinks && {
      'select-up': scroll.actions['line-up'],
      'select-down': scroll.actions['line-down'],
    }),
    confirm: () => {
      const link = score.readAgain[quiz.read().marked];
      if (link !== undefined) session.open(screenOfLesson(link.lesson));
      else leave(session.back)();
    },
    'ask-wrong-again': () =>
      wrong.length > 0 && quiz.send({ kind: 'began', questions: askAgain(wrong, newSeed()) }),
    'next-question': () => quiz.send({ kind: 'began', questions: draw() }),
    back: leave(session.back),
    home: leave(session.goHome),
  });
  return (
    <Frame
      title={title}
      aside={[span('score', 'muted')]}
      mode="quizScore"
      labels={{
        confirm: hasLinks ? 'read' : 'done',
        'select-down': score.readAgain.length > 1 && 'move',
        'ask-wrong-again': wrong.length > 0 && 'the wrong ones again',
      }}
    >
      <LinesView lines={lines} offset={scroll.offset} {...room} />
    </Frame>
  );
}

function linkLines(
  { all, readAgain }: QuizScore,
  { marked, nameOf, width }: { marked: number; nameOf: (id: string) => string; width: number },
): Line[] {
  if (readAgain.length === 0) return all.asked === 0 ? [] : [[span('✔ Nothing wrong.', 'ok')]];
  const rows = readAgain.map(({ lesson, questions }, index): Line => {
    const isMarked = index === marked;
    const mark = isMarked ? span('▸ ', 'accent', { isBold: true }) : span('  ');
    const name = isMarked ? span(nameOf(lesson), 'accent', { isBold: true }) : span(nameOf(lesson));
    const count = questions === 1 ? '1 question ' : `${questions} questions`;
    return apart([mark, name], [span(count, 'muted')], Math.min(width, 64));
  });
  return [[span('Read again', 'muted', { isBold: true })], ...rows];
}
