import type { ReactNode } from 'react';
import { layoutAnswer, numbersText } from '../../../layout/quiz-answer.ts';
import { layoutAsked } from '../../../layout/quiz-question.ts';
import { lessonName } from '../../../model/course.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import { useRoom } from '../../room.ts';
import { useSession } from '../../session.ts';
import { QuizFrame, useLeaving } from './quiz-frame.tsx';
import { type QuestionProps, screenOfLesson } from './quiz-props.ts';
import { useAnswering } from './use-answering.ts';

/** An answered question: what came of it, what is right and why, and the way to the lesson that shows it. */
export function AnsweredQuestion({ quiz, id, title, question }: QuestionProps): ReactNode {
  const { services, open } = useSession();
  const { courseIndex } = services;
  const room = useRoom();
  const { tick } = useAnswering(quiz, question);
  const { questions, place, answers } = quiz.state;
  const answer = answers[place];
  const shownIn = lessonName(courseIndex, question.shownIn.lesson);
  const lines = [
    ...layoutAsked(question, lessonName(courseIndex, question.topic), room.width),
    [],
    ...(answer === undefined
      ? []
      : layoutAnswer(question, answer, { width: room.width, shownIn, ticking: 'keys' })),
  ];
  const scroll = useScroll(question.id, { total: lines.length, height: room.height });
  const goOn = () => void quiz.send({ kind: 'went-on' });
  const mode = question.kind === 'say' ? 'quizTicking' : 'quizAnswered';
  useKeys(mode, {
    ...scroll.actions,
    ...Object.fromEntries([1, 2, 3, 4, 5].map((key) => [`number-${key}`, () => tick(key - 1)])),
    confirm: () => (scroll.isAtEnd ? goOn() : scroll.actions['page-down']?.()),
    'next-question': goOn,
    explain: () => open(screenOfLesson(question.shownIn.lesson)),
    back: useLeaving(quiz, id),
  });
  const next = place + 1 === questions.length ? 'the score' : 'next question';
  return (
    <QuizFrame
      {...{ quiz, title, question, mode, lines, offset: scroll.offset }}
      labels={{
        confirm: scroll.isAtEnd ? next : 'read on',
        'number-1': { key: numbersText(question.keyPoints.length), label: 'tick' },
        'next-question': !scroll.isAtEnd && 'next',
      }}
    />
  );
}
