import { type ReactNode, useLayoutEffect } from 'react';
import { layoutBlocks } from '../../../layout/blocks.ts';
import { layoutQuestion } from '../../../layout/question.ts';
import { span } from '../../../layout/width.ts';
import type { PathName, Question } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { chosenPath, questionsOnPath } from '../../../model/path.ts';
import { leaveQuestion, nearestQuestion } from '../../../model/places.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import { useSession } from '../../session.ts';
import { BeatFrame, useBeatRoom } from './beat-frame.tsx';
import { useLessonPlaces } from './lesson-places.ts';
import type { BeatProps } from './lesson-screen.tsx';
import type { useDefendState } from './use-defend-state.ts';

/** So many lines of an answer are to be seen below its question, or it is scrolled to. */
const mostAnswerHead = 5;

/** The questions of the own path; all of them for who comes to one that it leaves out. */
function askedQuestions(all: Question[], path: PathName, wanted: string | undefined): Question[] {
  const own = questionsOnPath(all, path);
  const isLeftOut = all.some(({ id }) => id === wanted) && !own.some(({ id }) => id === wanted);
  return isLeftOut ? all : own;
}

/** What a short path leaves out, and where it is asked. */
function moreLine(count: number): Line[] {
  if (count <= 0) return [];
  const others = count === 1 ? 'one more question' : `${count} more questions`;
  return [[], [span(`This lesson has ${others}. z asks them.`, 'muted')]];
}

/** Defend it: one question at a time, the answer when asked for. */
export function DefendBeat(
  props: BeatProps & { defendState: ReturnType<typeof useDefendState> },
): ReactNode {
  const { lesson, beat, at, beatActions, finish } = props;
  const session = useSession();
  const room = useBeatRoom();
  const [state, send] = props.defendState;
  const asked = askedQuestions(lesson.questions, chosenPath(session.progress), at?.question);
  const places = useLessonPlaces(lesson.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one goes there when asked to, not after each step.
  useLayoutEffect(() => {
    const ids = asked.map(({ id }) => id);
    const wanted = { question: Math.max(0, ids.indexOf(at?.question ?? '')), isAnswerShown: false };
    const left = at === undefined ? nearestQuestion(places.read().defend, ids) : wanted;
    send({ kind: 'went-to', ...left });
  }, [at]);
  const { question: index, isAnswerShown } = state;
  const questions = asked.length;
  const question = asked[index];
  useLayoutEffect(() => {
    if (at !== undefined || question === undefined) return;
    places.change((left) =>
      leaveQuestion(left, { id: question.id, question: index, isAnswerShown }),
    );
  });
  const isLast = index >= questions - 1;

  const intro = index === 0 && !isAnswerShown ? layoutBlocks(lesson.beats.defend, room.width) : [];
  const shown =
    question === undefined ? [] : layoutQuestion(question, { width: room.width, isAnswerShown });
  const invitation: Line[] =
    question === undefined || isAnswerShown
      ? []
      : [[], [span('Say your answer aloud, then press Enter to compare.', 'muted')]];
  const gap: Line[] = intro.length > 0 && shown.length > 0 ? [[]] : [];
  const more = isAnswerShown && isLast ? moreLine(lesson.questions.length - questions) : [];
  const lines = [...intro, ...gap, ...shown, ...invitation, ...more];
  // Where the question fills the room, its answer is what was asked for.
  const isBelow = isAnswerShown && question !== undefined && question.kind !== 'choose';
  const asking = isBelow
    ? layoutQuestion(question, { width: room.width, isAnswerShown: false })
    : [];
  const answerBegins = asking.length + mostAnswerHead > room.height ? asking.length + 1 : 0;
  const scroll = useScroll(
    `${index}${isAnswerShown}`,
    { total: lines.length, height: room.height },
    answerBegins,
  );

  const goOn = () => (isLast ? finish() : send({ kind: 'stepped', by: 1, questions }));
  const confirm = () => {
    if (!scroll.isAtEnd) return scroll.actions['page-down']?.();
    if (question !== undefined && !isAnswerShown) return send({ kind: 'shown' });
    goOn();
  };
  useKeys('defending', {
    ...scroll.actions,
    ...beatActions,
    confirm,
    quiz: () => session.open({ name: 'quiz', id: lesson.id }),
    'step-back': () => send({ kind: 'stepped', by: -1, questions }),
  });
  const label =
    isAnswerShown || question === undefined
      ? isLast
        ? 'finish the lesson'
        : 'next question'
      : 'show the answer';
  return (
    <BeatFrame
      lesson={lesson}
      beat={beat}
      mode="defending"
      labels={{
        confirm: scroll.isAtEnd ? label : 'read on',
        'step-back': index > 0 && 'question before',
        quiz: questions > 0 && 'quiz',
      }}
      place={questions > 0 ? `question ${index + 1} of ${questions}` : undefined}
      lines={lines}
      offset={scroll.offset}
    />
  );
}
