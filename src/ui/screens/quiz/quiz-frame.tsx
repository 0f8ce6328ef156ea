import type { ReactNode } from 'react';
import { kindTitles } from '../../../layout/quiz-question.ts';
import { span } from '../../../layout/width.ts';
import type { Line } from '../../../model/lines.ts';
import { canGoOn } from '../../../model/quiz/left.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import type { BarLabels } from '../../key-bar.ts';
import type { KeyMode } from '../../keys.ts';
import { useRoom } from '../../room.ts';
import { useSession } from '../../session.ts';
import type { QuestionProps } from './quiz-props.ts';
import { answeredQuestions, type Quiz } from './use-quiz-state.ts';

type QuizFrameProps = Pick<QuestionProps, 'quiz' | 'title' | 'question'> & {
  mode: KeyMode;
  labels?: BarLabels;
  lines: Line[];
  offset: number;
};

/** One question of a quiz: which it is of how many, and what is to be done. */
export function QuizFrame(props: QuizFrameProps): ReactNode {
  const { quiz, title, question, mode, labels, lines, offset } = props;
  const { questions, place } = quiz.state;
  const aside = `${kindTitles[question.kind]} · ${place + 1} of ${questions.length}`;
  return (
    <Frame title={title} aside={[span(aside, 'muted')]} mode={mode} labels={labels}>
      <LinesView lines={lines} offset={offset} {...useRoom()} />
    </Frame>
  );
}

/** Leaves a quiz where it is, and says that nothing is lost. */
export function useLeaving(quiz: Quiz, id: string): () => void {
  const session = useSession();
  return () => {
    const state = quiz.read();
    const count = answeredQuestions(state).length;
    session.back();
    if (count === 0) return;
    const kept = count === 1 ? '1 answer is kept' : `${count} answers are kept`;
    const place = id === '' ? 'on the course map' : 'in Defend it';
    const isForLater = canGoOn(state) && session.services.isLeftKept();
    const until = isForLater ? 'For a day' : 'Until you quit';
    session.say({ tone: 'ok', text: `${kept}. ${until}, z ${place} goes on with the quiz.` });
  };
}
