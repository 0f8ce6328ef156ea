import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Exercise } from '../../../model/course.ts';
import { pace } from '../../pace.ts';
import { type Session, useSession } from '../../session.ts';
import { statusOfError } from '../../status.ts';
import type { ExerciseEvent } from './use-exercise-state.ts';

const drawStepsEveryMs = 40;

export type Grading = {
  grade: () => void;
  /** Ends the run under way without a verdict. */
  cancel: () => void;
};

type Run = {
  number: number;
  /** Ends it without a verdict. */
  end: () => void;
};

/** Grades on demand and on every save of the file; the newest save ends the run before it. */
export function useGrading(
  exercise: Exercise,
  handlerFile: string | undefined,
  send: (event: ExerciseEvent) => void,
): Grading {
  const session = useSession();
  const latest = useRef<Run>({ number: 0, end: () => {} });

  const grade = () => {
    if (handlerFile === undefined) return;
    latest.current.end();
    const run = latest.current.number + 1;
    const abort = new AbortController();
    session.gradingStarted();
    // Drawing holds up the start of what is graded, and most verdicts are there before anyone reads a step.
    const news = pace(send, drawStepsEveryMs);
    news.send({ kind: 'grading-started', run });
    const end = () => {
      abort.abort();
      news.drop();
    };
    latest.current = { number: run, end };
    const isCurrent = () => latest.current.number === run && !abort.signal.aborted;
    const options = {
      signal: abort.signal,
      onStep: (step: Parameters<NonNullable<GradeOptions['onStep']>>[0]) =>
        isCurrent() && news.send({ kind: 'grading-step', run, step }),
    };
    const target = { kind: 'file', file: handlerFile } as const;
    const work = async () => {
      // Read as the run begins, awaited after it: the verdict does not wait for this.
      const text = session.services.readFile(handlerFile);
      const verdict = await session.services.gradeAttempt(exercise, target, options);
      if (!isCurrent()) return;
      news.flush();
      send({ kind: 'graded', run, verdict });
      session.verdicts.set(exercise.id, { verdict, text: await text });
      session.progressChanged();
    };
    work().catch((error: unknown) => {
      if (!isCurrent()) return;
      news.flush();
      send({ kind: 'grading-failed', run });
      session.say(statusOfError(error));
    });
  };

  const newestGrade = useRef(grade);
  useLayoutEffect(() => {
    newestGrade.current = grade;
  });
  const { watchFile } = session.services;
  // A layout effect: what the screen says is watched is watched by the time it is drawn.
  useLayoutEffect(() => {
    if (handlerFile === undefined) return;
    return watchFile(handlerFile, () => newestGrade.current());
  }, [handlerFile, watchFile]);
  // A verdict on a file that was changed meanwhile is no verdict on this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the file is opened.
  useEffect(() => {
    const known = session.verdicts.get(exercise.id);
    if (handlerFile === undefined || known === undefined) return;
    let isOpen = true;
    session.attempt(async () => {
      const text = await session.services.readFile(handlerFile);
      if (isOpen && text !== known.text) newestGrade.current();
    });
    return () => {
      isOpen = false;
    };
  }, [handlerFile]);
  useEffect(() => {
    const runs = latest;
    return () => runs.current.end();
  }, []);
  const cancel = () => {
    latest.current.end();
    send({ kind: 'grading-failed', run: latest.current.number });
  };
  return { grade, cancel };
}

type GradeOptions = Parameters<Session['services']['grade']>[2];
