import { type ReactNode, useLayoutEffect } from 'react';
import { layoutBlocks } from '../../../layout/blocks.ts';
import { layoutQuestion } from '../../../layout/question.ts';
import { span, textColumns } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import type { PathName, Question, QuestionKind } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { chosenPath, questionsOnPath } from '../../../model/path.ts';
import { leaveQuestion, nearestQuestion } from '../../../model/places.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import type { Room } from '../../room.ts';
import { useSession } from '../../session.ts';
import { BeatFrame, useBeatRoom } from './beat-frame.tsx';
import { useLessonPlaces } from './lesson-places.ts';
import type { BeatProps } from './lesson-screen.tsx';
import { useAskedLab } from './use-asked-lab.ts';
import type { useDefendState } from './use-defend-state.ts';

/** So many lines of an answer are to be seen below its question, or it is scrolled to. */
const mostAnswerHead = 5;

/** The questions of the own path; all of them for who comes to one that it leaves out. */
function askedQuestions(all: Question[], path: PathName, wanted: string | undefined): Question[] {
  const own = questionsOnPath(all, path);
  const isLeftOut = all.some(({ id }) => id === wanted) && !own.some(({ id }) => id === wanted);
  return isLeftOut ? all : own;
}

const invitations: Record<QuestionKind['kind'], string> = {
  say: 'Say your answer aloud, then press Enter to compare.',
  choose: 'Say aloud which one and why, then press Enter to compare.',
  bug: 'Say aloud where the bug is and how to mend it, then press Enter to compare.',
  predict: 'Say aloud which one and why, then press Enter: the lab answers.',
};

/** What a short path leaves out, and where it is asked. */
function moreLine(count: number): Line[] {
  if (count <= 0) return [];
  const others = count === 1 ? 'one more question' : `${count} more questions`;
  return [[], [span(`This lesson has ${others}. z asks them.`, 'muted')]];
}

/** The line of an answer to begin with: where its question fills the room, the answer is what was asked for. */
function answerPlace(question: Question, { width, height }: Room): number {
  if (question.kind === 'choose') return 0;
  const linesOf = (asked: Question) =>
    layoutQuestion(asked, { width, isAnswerShown: false }).length;
  const asking = linesOf(question);
  if (asking + mostAnswerHead <= height) return 0;
  // Which of the choices is right is marked beside them.
  return question.kind === 'predict' ? linesOf({ ...question, choices: [] }) : asking + 1;
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
  const columns = Math.min(room.width, textColumns);
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
  const lab = useAskedLab(isAnswerShown ? question : undefined);
  const looks = { width: room.width, isAnswerShown, lab };
  const shown = question === undefined ? [] : layoutQuestion(question, looks);
  const invitation: Line[] =
    question === undefined || isAnswerShown
      ? []
      : [[], ...wrapSpans([span(invitations[question.kind], 'muted')], columns)];
  const gap: Line[] = intro.length > 0 && shown.length > 0 ? [[]] : [];
  const more = isAnswerShown && isLast ? moreLine(lesson.questions.length - questions) : [];
  const lines = [...intro, ...gap, ...shown, ...invitation, ...more];
  const answerBegins = isAnswerShown && question !== undefined ? answerPlace(question, room) : 0;
  const scroll = useScroll(
    `${index}${isAnswerShown}`,
    { total: lines.length, height: room.height },
    answerBegins,
  );

  const isShortened = questions < lesson.questions.length;
  const answersShown = isShortened ? asked.slice(0, index + (isAnswerShown ? 1 : 0)) : [];
  const shownBefore = answersShown.map(({ id }) => id);

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
    quiz: () => session.open({ name: 'quiz', id: lesson.id, without: shownBefore }),
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
