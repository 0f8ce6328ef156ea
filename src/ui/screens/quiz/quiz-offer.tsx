import type { ReactNode } from 'react';
import { clockText } from '../../../layout/clock.ts';
import { span, textColumns } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import type { Line } from '../../../model/lines.ts';
import { countAnswered, type KeptQuiz } from '../../../model/quiz/left.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useRoom } from '../../room.ts';

type QuizOfferProps = {
  left: KeptQuiz;
  title: string;
  goOn: () => void;
  beginNew: () => void;
};

/** A quiz that was left half done: to go on with it, or to begin a new one. */
export function QuizOffer({ left, title, goOn, beginNew }: QuizOfferProps): ReactNode {
  const room = useRoom();
  useKeys('quizOffer', { confirm: goOn, 'next-question': beginNew });
  return (
    <Frame title={title} mode="quizOffer">
      <LinesView lines={offerLines(left, Math.min(room.width, textColumns))} {...room} />
    </Frame>
  );
}

/** The question, and what each key does. */
export function offerLines(left: KeptQuiz, width: number): Line[] {
  const answered = `${countAnswered(left)} of ${left.questions.length} answered`;
  return [
    ...wrapSpans([span(`Go on with the quiz of ${clockText(left.at)}, ${answered}?`)], width),
    [],
    ...wrapSpans([span('Enter goes on, n begins a new one.', 'muted')], width),
  ];
}
