import { type ReactNode, useRef } from 'react';
import { layoutRequest } from '../../../layout/blocks.ts';
import { layoutAsked, layoutChoices, layoutNumberedCode } from '../../../layout/quiz-question.ts';
import { span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import { lessonName } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import type { QuizQuestion } from '../../../model/quiz/draw.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { useRoom } from '../../room.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { QuizFrame, useLeaving } from './quiz-frame.tsx';
import type { QuestionProps } from './quiz-props.ts';
import { useAnswering } from './use-answering.ts';
import type { LabQuery } from './use-quiz-state.ts';

/** A question that is answered by pointing: at a choice, or at the line of code with the bug. */
export function PointedQuestion({ quiz, id, title, question }: QuestionProps): ReactNode {
  const { services, attempt } = useSession();
  const room = useRoom();
  const { answer } = useAnswering(quiz, question);
  const { marked, lab } = quiz.state;
  const rows = markedRows(question, marked, room.width);
  const count = rows.length;
  const mark = (place: (marked: number) => number) => () =>
    quiz.send({ kind: 'marked', to: place(quiz.read().marked), count });
  const hasFailed = lab.kind === 'failed';
  useKeys('quizChoosing', {
    confirm: () => attempt(answer),
    'select-up': mark((at) => at - 1),
    'select-down': mark((at) => at + 1),
    top: mark(() => 0),
    bottom: mark(() => count - 1),
    'next-question': () => hasFailed && quiz.send({ kind: 'went-on' }),
    back: useLeaving(quiz, id),
  });

  const head: Line[] = [
    ...layoutAsked(question, lessonName(services.courseIndex, question.topic), room.width),
    [],
    ...(question.kind === 'predict' ? sentLines(question, room.width) : []),
  ];
  const foot = labLines(lab, Math.min(room.width, 88));
  const lines = [...head, ...rows.flat(), ...foot];
  const before = rows.slice(0, marked).flat().length;
  // What is above the first row is seen with it, what is said of the lab always.
  const first = marked === 0 ? 0 : head.length + before;
  const end = head.length + before + (rows[marked]?.length ?? 1) - 1;
  const last = foot.length > 0 ? lines.length - 1 : end;
  const offset = useRef(0);
  offset.current = keepVisible(offset.current, Math.min(first, last), last, {
    total: lines.length,
    height: room.height,
  });
  return (
    <QuizFrame
      {...{ quiz, title, question, lines, offset: offset.current }}
      mode="quizChoosing"
      labels={{
        confirm: hasFailed ? 'try again' : question.kind === 'bug' ? 'point here' : 'answer',
        'next-question': hasFailed && 'leave it out',
      }}
    />
  );
}

/** What can be pointed at, each with the rows it takes. */
function markedRows(question: QuizQuestion, marked: number, width: number): Line[][] {
  switch (question.kind) {
    case 'choose':
    case 'predict': {
      const texts = question.choices.map(({ text }) => text);
      return layoutChoices(texts, { marked }, width);
    }
    case 'bug': {
      const cursor = span('▸ ', 'accent', { isBold: true });
      return layoutNumberedCode(question.code, { [marked]: cursor }, width);
    }
    case 'say':
      return [];
    default:
      return question satisfies never;
  }
}

function sentLines({ request }: Extract<QuizQuestion, { kind: 'predict' }>, width: number): Line[] {
  return [...layoutRequest(request, width - 2).map((line) => [span('  '), ...line]), []];
}

function labLines(lab: LabQuery, width: number): Line[] {
  switch (lab.kind) {
    case 'idle':
      return [];
    case 'asking':
      return [[], [span('Sending it to the lab …', 'muted')]];
    case 'failed':
      return [
        [],
        ...wrapSpans([span(`✘ ${lab.message}`, 'wrong')], width),
        ...wrapSpans([span(lab.remedy)], width),
      ];
    default:
      return lab satisfies never;
  }
}
