import type { BeatName, CourseIndex, LessonSummary, PathName, QuestionKind } from './course.ts';
import { beatNames } from './course.ts';
import type { VerdictStatus } from './verdict.ts';

/** What this learner did, one event per line of the log. `at` is an ISO 8601 time in UTC. */
export type ProgressEvent = { at: string } & (
  | { kind: 'beat-finished'; lesson: string; beat: BeatName }
  | { kind: 'prediction'; lesson: string; prediction: string; choice: string; isRight: boolean }
  | { kind: 'lab-started'; lab: string }
  | {
      kind: 'verdict';
      exercise: string;
      status: VerdictStatus;
      passed: number;
      total: number;
      durationMs: number;
      /** Id of the first check that did not pass. */
      failedCheck?: string;
      /** Names the graded file as it was then; without one none was kept. */
      snapshot?: string;
    }
  /** A file that was never graded, kept before another took its place. */
  | { kind: 'handler-kept'; exercise: string; before: 'reset' | 'restore'; snapshot: string }
  /** `check` is the `hintKey` of the check. */
  | { kind: 'hint-shown'; exercise: string; check: string; step: number }
  | { kind: 'solution-shown'; exercise: string }
  | { kind: 'exercise-reset'; exercise: string }
  | { kind: 'workspace'; folder: string }
  | { kind: 'path-chosen'; path: PathName }
  /** A question of a quiz; `share` of it was right, from 0 to 1. */
  | {
      kind: 'question-answered';
      question: string;
      lesson: string;
      how: QuestionKind['kind'];
      share: number;
    }
);

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;

/** What is to be recorded; the store adds the time. */
export type NewProgressEvent = WithoutTime<ProgressEvent>;

/** What can be gone back to: a verdict with its file, or a file that was kept without one. */
export type Attempt = Extract<ProgressEvent, { kind: 'verdict' | 'handler-kept' }>;

export type ExerciseProgress = {
  status: 'new' | 'started' | 'passed';
  /** How many verdicts there were. */
  attempts: number;
  /** Oldest first; an attempt's number is its place, from 1. */
  history: Attempt[];
  lastVerdict?: Extract<ProgressEvent, { kind: 'verdict' }>;
  /** Highest hint step shown, by `hintKey` of the check. */
  hints: Record<string, number>;
  /** The same over all time: a reset does not make them unseen. */
  hintsSeen: Record<string, number>;
  isSolutionShown: boolean;
};

export type Progress = {
  /** Finished beats by lesson id. */
  beats: Record<string, BeatName[]>;
  /** The latest answer by `lesson/prediction`. */
  predictions: Record<string, { choice: string; isRight: boolean }>;
  exercises: Record<string, ExerciseProgress>;
  /** The way through the course that was chosen. */
  path?: PathName;
  /** The latest answer to each question of a quiz, by its id. */
  questions: Record<string, { lesson: string; how: QuestionKind['kind']; share: number }>;
  /** The learner's workspace folder, absolute, once there is one. */
  workspace?: string;
  lastActiveAt?: string;
};

export const emptyProgress: Progress = { beats: {}, predictions: {}, exercises: {}, questions: {} };

const untouched: ExerciseProgress = {
  status: 'new',
  attempts: 0,
  history: [],
  hints: {},
  hintsSeen: {},
  isSolutionShown: false,
};

/** What is known of one exercise. */
export function exerciseProgress(progress: Progress, exercise: string): ExerciseProgress {
  return progress.exercises[exercise] ?? untouched;
}

/** How many different hints were asked for, over all checks and all time. */
export function hintsUsed({ hintsSeen }: ExerciseProgress): number {
  return Object.values(hintsSeen).reduce((sum, steps) => sum + steps, 0);
}

/** The state after one more event. Does not change its arguments. */
export function applyEvent(progress: Progress, event: ProgressEvent): Progress {
  const next: Progress = { ...progress, lastActiveAt: event.at };
  const changeExercise = (exercise: string, change: Partial<ExerciseProgress>): Progress => ({
    ...next,
    exercises: {
      ...progress.exercises,
      [exercise]: { ...exerciseProgress(progress, exercise), ...change },
    },
  });
  switch (event.kind) {
    case 'beat-finished': {
      const finished = progress.beats[event.lesson] ?? [];
      if (finished.includes(event.beat)) return next;
      return { ...next, beats: { ...progress.beats, [event.lesson]: [...finished, event.beat] } };
    }
    case 'prediction': {
      const key = `${event.lesson}/${event.prediction}`;
      const answer = { choice: event.choice, isRight: event.isRight };
      return { ...next, predictions: { ...progress.predictions, [key]: answer } };
    }
    case 'lab-started':
      return next;
    case 'verdict': {
      const before = exerciseProgress(progress, event.exercise);
      const hasPassed = before.status === 'passed' || event.status === 'passed';
      return changeExercise(event.exercise, {
        status: hasPassed ? 'passed' : 'started',
        attempts: before.attempts + 1,
        lastVerdict: event,
        history: [...before.history, event],
      });
    }
    case 'handler-kept': {
      const { history } = exerciseProgress(progress, event.exercise);
      return changeExercise(event.exercise, { history: [...history, event] });
    }
    case 'hint-shown': {
      const { hints, hintsSeen } = exerciseProgress(progress, event.exercise);
      const after = (before: Record<string, number>) => ({
        ...before,
        [event.check]: Math.max(before[event.check] ?? 0, event.step),
      });
      return changeExercise(event.exercise, { hints: after(hints), hintsSeen: after(hintsSeen) });
    }
    case 'solution-shown':
      return changeExercise(event.exercise, { isSolutionShown: true });
    case 'exercise-reset':
      return changeExercise(event.exercise, { hints: {} });
    case 'workspace':
      return { ...next, workspace: event.folder };
    case 'path-chosen':
      return { ...next, path: event.path };
    case 'question-answered': {
      const { question, lesson, how, share } = event;
      return { ...next, questions: { ...progress.questions, [question]: { lesson, how, share } } };
    }
    default:
      return event satisfies never;
  }
}

/** The state after all events, oldest first. */
export function foldProgress(events: Iterable<ProgressEvent>): Progress {
  let progress = emptyProgress;
  for (const event of events) progress = applyEvent(progress, event);
  return progress;
}

/** Whether there is anything to do in a beat: some lessons have nothing to build. */
export function hasBeat({ exercises }: LessonSummary, beat: BeatName): boolean {
  return beat !== 'build' || exercises.length > 0;
}

/** Whether a beat is done. Build it is done when every exercise of the lesson has passed. */
export function isBeatDone(progress: Progress, lesson: LessonSummary, beat: BeatName): boolean {
  if (beat === 'build') {
    return lesson.exercises.every((id) => exerciseProgress(progress, id).status === 'passed');
  }
  return progress.beats[lesson.id]?.includes(beat) ?? false;
}

export type LessonStatus = 'new' | 'started' | 'done';

export function lessonStatus(progress: Progress, lesson: LessonSummary): LessonStatus {
  if (beatNames.every((beat) => isBeatDone(progress, lesson, beat))) return 'done';
  const hasBeats = (progress.beats[lesson.id] ?? []).length > 0;
  const hasAttempts = lesson.exercises.some(
    (id) => exerciseProgress(progress, id).status !== 'new',
  );
  return hasBeats || hasAttempts ? 'started' : 'new';
}

/** Share of the course that is done, from 0 to 1: beats of all lessons and all exercises, each counted once. */
export function shareDone(progress: Progress, index: CourseIndex): number {
  const readable = beatNames.filter((beat) => beat !== 'build');
  const beats = index.lessons.flatMap((lesson) =>
    readable.map((beat) => isBeatDone(progress, lesson, beat)),
  );
  const exercises = index.labs
    .flatMap((lab) => lab.exercises)
    .map((exercise) => exerciseProgress(progress, exercise.id).status === 'passed');
  const steps = [...beats, ...exercises];
  return steps.length === 0 ? 0 : steps.filter(Boolean).length / steps.length;
}

export type NextStep =
  | { kind: 'beat'; lesson: LessonSummary; beat: BeatName }
  | { kind: 'exercise'; lesson: LessonSummary; exercise: string }
  | { kind: 'finished' };

/** What to do next: the first beat not done, in course order; for Build it the first exercise not passed. */
export function nextStep(progress: Progress, index: CourseIndex): NextStep {
  for (const lesson of index.lessons) {
    for (const beat of beatNames) {
      if (isBeatDone(progress, lesson, beat)) continue;
      if (beat !== 'build') return { kind: 'beat', lesson, beat };
      const exercise = lesson.exercises.find(
        (id) => exerciseProgress(progress, id).status !== 'passed',
      );
      if (exercise !== undefined) return { kind: 'exercise', lesson, exercise };
    }
  }
  return { kind: 'finished' };
}
