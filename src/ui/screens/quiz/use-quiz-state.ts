import { useState } from 'react';
import type { QuizQuestion } from '../../../model/quiz/draw.ts';
import {
  canGoOn,
  leaveQuiz,
  type QuizInHand,
  type QuizWish,
  quizName,
} from '../../../model/quiz/left.ts';
import { type AnsweredQuestion, type QuizAnswer, shareOf } from '../../../model/quiz/score.ts';
import { useSession } from '../../session.ts';
import {
  type BufferEvent,
  bufferText,
  createBuffer,
  editBuffer,
  type TextBuffer,
} from '../../text-buffer.ts';
import { moveByRow } from '../../wrapped-buffer.ts';

/** What is known of the lab that a prediction is sent to. */
export type LabQuery =
  | { kind: 'idle' }
  | { kind: 'asking' }
  | { kind: 'failed'; message: string; remedy: string };

export type QuizState = {
  questions: QuizQuestion[];
  /** The index of the question that is asked; at the end there is none. */
  place: number;
  /** What is typed in answer to a question that is said. */
  text: TextBuffer;
  /** The marked choice or line of code; at the end the marked lesson. */
  marked: number;
  lab: LabQuery;
  /** By the index of their questions; what was left out has none. */
  answers: Record<number, QuizAnswer>;
};

export type QuizEvent =
  | { kind: 'edited'; event: BufferEvent; width: number }
  /** To a place from the first on, or by some places; never beyond the ends. */
  | { kind: 'marked'; to: number; count: number }
  | { kind: 'sent' }
  | { kind: 'failed'; place: number; message: string; remedy: string }
  | { kind: 'answered'; place: number; answer: QuizAnswer }
  | { kind: 'ticked'; point: number }
  | { kind: 'went-on' }
  | { kind: 'began'; questions: QuizQuestion[] };

/** A quiz before its first question is answered. */
export function beginQuiz(questions: QuizQuestion[]): QuizState {
  return {
    questions,
    place: 0,
    text: createBuffer(''),
    marked: 0,
    lab: { kind: 'idle' },
    answers: {},
  };
}

/** A quiz that was left, as it was. */
export function quizFromLeft({ text, ...quiz }: QuizInHand): QuizState {
  return { ...beginQuiz(quiz.questions), ...quiz, text: createBuffer(text) };
}

/** A quiz after one event. What comes for a question that was left is dropped. */
export function reduceQuiz(state: QuizState, event: QuizEvent): QuizState {
  switch (event.kind) {
    case 'edited': {
      const { event: edit, width } = event;
      const by = edit.kind !== 'moved' ? 0 : edit.to === 'up' ? -1 : edit.to === 'down' ? 1 : 0;
      const text = by === 0 ? editBuffer(state.text, edit) : moveByRow(state.text, by, width);
      return { ...state, text };
    }
    case 'marked': {
      if (state.lab.kind === 'asking') return state;
      return { ...state, marked: Math.max(0, Math.min(event.to, event.count - 1)) };
    }
    case 'sent':
      return { ...state, lab: { kind: 'asking' } };
    case 'failed': {
      if (event.place !== state.place) return state;
      const { message, remedy } = event;
      return { ...state, lab: { kind: 'failed', message, remedy } };
    }
    case 'answered': {
      if (event.place !== state.place) return state;
      const answers = { ...state.answers, [event.place]: event.answer };
      return { ...state, answers, lab: { kind: 'idle' } };
    }
    case 'ticked': {
      const answer = state.answers[state.place];
      if (answer?.kind !== 'say') return state;
      const ticks = answer.ticks.map((isTicked, point) => isTicked !== (point === event.point));
      return { ...state, answers: { ...state.answers, [state.place]: { ...answer, ticks } } };
    }
    case 'went-on': {
      const { questions, place, answers } = state;
      return { ...beginQuiz(questions), place: Math.min(place + 1, questions.length), answers };
    }
    case 'began':
      return beginQuiz(event.questions);
    default:
      return event satisfies never;
  }
}

/** The questions that were answered so far and count, with the share of each that is right. */
export function answeredQuestions({ questions, answers }: QuizState): AnsweredQuestion[] {
  return questions.flatMap((question, place) => {
    const answer = answers[place];
    const share = answer === undefined ? undefined : shareOf(question, answer);
    return share === undefined ? [] : [{ question, share }];
  });
}

export type Quiz = {
  /** As it is drawn. */
  state: QuizState;
  /** As it is now: keys come faster than frames. */
  read: () => QuizState;
  /** Takes an event in, and gives what came of it. */
  send: (event: QuizEvent) => QuizState;
  /** Has the next quiz of this name begin anew. */
  forget: () => void;
};

/** The quiz that was wished for: the one that was left, or a new one. Each step of it is kept for another session. */
export function useQuizState(wish: QuizWish, drawQuestions: () => QuizQuestion[]): Quiz {
  const { quizzes, services } = useSession();
  const name = quizName(wish);
  const [state, show] = useState(() => quizzes.get(name) ?? beginQuiz(drawQuestions()));
  const read = () => quizzes.get(name) ?? state;
  const send = (event: QuizEvent) => {
    const before = read();
    const next = reduceQuiz(before, event);
    quizzes.set(name, next);
    show(next);
    // Before its first answer nothing of it is kept, and what another terminal keeps is left alone.
    if (canGoOn(before) || canGoOn(next)) {
      const left = leaveQuiz(wish, { ...next, text: bufferText(next.text) });
      // An answer is recorded at once: a quiz that did not know of it would ask again.
      services.keepQuiz(wish, left, { isAtOnce: event.kind === 'answered' });
    }
    return next;
  };
  return { state, read, send, forget: () => quizzes.delete(name) };
}
