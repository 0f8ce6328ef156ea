import type { QuizQuestion } from '../../../model/quiz/draw.ts';
import { matchKeyPoints } from '../../../model/quiz/match.ts';
import { type QuizAnswer, shareOf } from '../../../model/quiz/score.ts';
import { useSession } from '../../session.ts';
import { bufferText } from '../../text-buffer.ts';
import type { Quiz } from './use-quiz-state.ts';

/** Answering and correcting: each answer is recorded at once, so that none is lost however the quiz is left. */
export function useAnswering(quiz: Quiz, question: QuizQuestion) {
  const { services, record } = useSession();
  const { read, send } = quiz;

  const keep = (answer: QuizAnswer | undefined) => {
    const share = answer === undefined ? undefined : shareOf(question, answer);
    if (share === undefined) return;
    const { id, topic, kind } = question;
    record({ kind: 'question-answered', question: id, lesson: topic, how: kind, share });
  };
  const give = (place: number, answer: QuizAnswer) => {
    // An answer that comes from a lab after the question was left is not one to it any more.
    if (read().place !== place || read().answers[place] !== undefined) return;
    keep(send({ kind: 'answered', place, answer }).answers[place]);
  };

  const answer = async (): Promise<void> => {
    const { place, marked, text, lab } = read();
    switch (question.kind) {
      case 'say': {
        const said = bufferText(text);
        const ticks = matchKeyPoints(said, question.keyPoints);
        return give(place, { kind: 'say', text: said, ticks });
      }
      case 'choose':
        return give(place, { kind: 'choose', choice: marked });
      case 'bug':
        return give(place, { kind: 'bug', line: marked });
      case 'predict': {
        if (lab.kind === 'asking') return;
        send({ kind: 'sent' });
        const reply = await services.askLab(question.shownIn.lab, question.request);
        if (reply.isOk) {
          return give(place, { kind: 'predict', choice: marked, exchange: reply.exchange });
        }
        const { message, remedy } = reply;
        send({ kind: 'failed', place, message, remedy });
        return;
      }
      default:
        return question satisfies never;
    }
  };
  const tick = (point: number) => {
    if (point >= question.keyPoints.length) return;
    const state = send({ kind: 'ticked', point });
    keep(state.answers[state.place]);
  };
  return { answer, tick };
}
