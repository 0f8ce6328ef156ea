import { type ReactNode, useRef } from 'react';
import { layoutRequest } from '../../../layout/blocks.ts';
import { layoutAsked, layoutChoices, layoutNumberedCode } from '../../../layout/quiz-question.ts';
import { span, textColumns } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import { lessonName } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import type { QuizQuestion } from '../../../model/quiz/draw.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import { useRoom } from '../../room.ts';
import { keepVisible, type Viewport } from '../../scroll.ts';
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
  const hasFailed = lab.kind === 'failed';
  const rows = markedRows(question, marked, room.width);
  const head: Line[] = [
    ...layoutAsked(question, lessonName(services.courseIndex, question.topic), room.width),
    [],
    ...(question.kind === 'predict' ? sentLines(question, room.width) : []),
  ];
  const lines = [...head, ...rows.flat(), ...labLines(lab, Math.min(room.width, textColumns))];
  const viewport = { total: lines.length, height: room.height };
  const shownBefore = useRef(0);
  const begin = keepMarkVisible(shownBefore.current, { question, marked, head, rows, viewport });
  const scroll = useScroll(`${marked} ${lab.kind}`, viewport, begin);
  shownBefore.current = scroll.offset;

  const count = rows.length;
  const mark = (place: (marked: number) => number) => () =>
    quiz.send({ kind: 'marked', to: place(quiz.read().marked), count });
  const page = Math.max(1, room.height - 4);
  useKeys('quizChoosing', {
    ...scroll.actions,
    // The line that Enter points at is always in sight.
    ...(question.kind === 'bug' && {
      'page-up': mark((at) => at - page),
      'page-down': mark((at) => at + page),
    }),
    confirm: () => attempt(answer),
    'select-up': mark((at) => at - 1),
    'select-down': mark((at) => at + 1),
    top: mark(() => 0),
    bottom: mark(() => count - 1),
    'next-question': () => hasFailed && quiz.send({ kind: 'went-on' }),
    back: useLeaving(quiz, id),
  });
  return (
    <QuizFrame
      {...{ quiz, title, question, lines, offset: scroll.offset }}
      mode="quizChoosing"
      labels={{
        confirm: hasFailed ? 'try again' : question.kind === 'bug' ? 'point here' : 'answer',
        'next-question': hasFailed && 'leave it out',
      }}
    />
  );
}

type Layout = {
  question: QuizQuestion;
  marked: number;
  head: Line[];
  rows: Line[][];
  viewport: Viewport;
};

/** The offset nearest to `offset` that shows what is marked: of choices all, where they fit, and what the lab said. */
function keepMarkVisible(
  offset: number,
  { question, marked, head, rows, viewport }: Layout,
): number {
  const begin = head.length + rows.slice(0, marked).flat().length;
  const end = begin + (rows[marked]?.length ?? 1) - 1;
  if (question.kind === 'bug') {
    // With the first line of the code comes the question above it.
    return keepVisible(offset, marked === 0 ? 0 : begin, end, viewport);
  }
  const wider = keepVisible(offset, head.length, viewport.total - 1, viewport);
  return keepVisible(wider, begin, end, viewport);
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
