import type { ReactNode } from 'react';
import { layoutAsked } from '../../../layout/quiz-question.ts';
import { span, textColumns } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import { lessonName } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import type { KeyPress } from '../../key-press.ts';
import { useRoom } from '../../room.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { readTextEdit } from '../../text-edit.ts';
import { wrappedLines } from '../../wrapped-buffer.ts';
import { QuizFrame, useLeaving } from './quiz-frame.tsx';
import type { QuestionProps } from './quiz-props.ts';
import { useAnswering } from './use-answering.ts';

const barColumns = 2;

/** A question that is said: typed here, or aloud and then compared. */
export function SaidQuestion({ quiz, id, title, question }: QuestionProps): ReactNode {
  const { services, attempt } = useSession();
  const room = useRoom();
  const { answer } = useAnswering(quiz, question);
  const width = Math.min(room.width, textColumns) - barColumns;
  const type = (press: KeyPress) => {
    const event = readTextEdit(press);
    if (event !== undefined) quiz.send({ kind: 'edited', event, width });
  };
  useKeys('quizSaying', { confirm: () => attempt(answer), back: useLeaving(quiz, id) }, type);

  const { lines: typed, cursorLine } = wrappedLines(quiz.state.text, width);
  const isEmpty = quiz.state.text.lines.every((line) => line === '');
  const hint = 'Type your answer, or say it aloud; then press Enter.';
  const head: Line[] = [
    ...layoutAsked(question, lessonName(services.courseIndex, question.topic), room.width),
    [],
    ...wrapSpans([span(hint, 'muted')], Math.min(room.width, textColumns)),
    [],
  ];
  const field = Array.from(
    { length: Math.max(typed.length, room.height - head.length) },
    (_, row): Line => [span('│ ', isEmpty ? 'muted' : 'accent'), ...(typed[row] ?? [])],
  );
  const lines = [...head, ...field];
  const cursor = head.length + cursorLine;
  const viewport = { total: lines.length, height: room.height };
  const offset = keepVisible(0, cursor, cursor, viewport);
  return (
    <QuizFrame
      {...{ quiz, title, question, lines, offset }}
      mode="quizSaying"
      labels={{ confirm: isEmpty ? 'show the answer' : 'compare' }}
    />
  );
}
