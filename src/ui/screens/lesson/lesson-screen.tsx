import type { ReactNode } from 'react';
import { span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import {
  type BeatName,
  beatNames,
  beatTitles,
  type Lesson,
  type LessonSummary,
} from '../../../model/course.ts';
import { ownCourse } from '../../../model/path.ts';
import { finishBeat, noPlaces } from '../../../model/places.ts';
import { isBeatDone } from '../../../model/progress.ts';
import type { LessonPlace } from '../../../model/search.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import type { Action } from '../../key-groups.ts';
import { useSession } from '../../session.ts';
import { BeatFrame, useBeatRoom } from './beat-frame.tsx';
import { neighbourBeat } from './beat-tabs.ts';
import { BuildBeat } from './build-beat.tsx';
import { DefendBeat } from './defend-beat.tsx';
import { useLessonPlaces } from './lesson-places.ts';
import { ReadingBeat } from './reading-beat.tsx';
import { RunBeat } from './run-beat.tsx';
import { useDefendState } from './use-defend-state.ts';
import { useRunState } from './use-run-state.ts';

export type BeatActions = Partial<Record<Action, () => void>>;

/** What every beat gets: its lesson, the keys between beats, and what to do at its end. */
export type BeatProps = {
  lesson: Lesson;
  beat: BeatName;
  /** Where in the beat the learner wants to be. */
  at: LessonPlace | undefined;
  beatActions: BeatActions;
  /** Records the beat and goes on. */
  finish: () => void;
};

type LessonScreenProps = { id: string; beat: BeatName; at: LessonPlace | undefined };

/** A lesson at one of its beats. */
export function LessonScreen({ id, beat, at }: LessonScreenProps): ReactNode {
  const session = useSession();
  const loaded = useLoaded(id, session.services.loadLesson);
  const run = useRunState();
  const places = useLessonPlaces(id);
  const defend = useDefendState(() => places.read().defend);
  const summary = session.services.courseIndex.lessons.find((lesson) => lesson.id === id);

  const goTo = (next: BeatName | undefined) => {
    if (next !== undefined) session.replace({ name: 'lesson', id, beat: next });
  };
  const finish = () => {
    const isFirstTime = summary !== undefined && !isBeatDone(session.progress, summary, beat);
    if (isFirstTime && beat !== 'build')
      session.record({ kind: 'beat-finished', lesson: id, beat });
    places.change((left) => finishBeat(left, beat));
    const next = neighbourBeat(beat, 1);
    if (next !== undefined) return goTo(next);
    places.change(() => noPlaces);
    session.goHome();
    // Exercises that the own path leaves out are not left.
    const own = ownCourse(session.services.courseIndex, session.progress);
    const onPath = own.lessons.find((lesson) => lesson.id === id);
    const isBuilt = onPath === undefined || isBeatDone(session.progress, onPath, 'build');
    const left = isBuilt ? '' : ` ${beatTitles.build} is left.`;
    session.say({ tone: 'ok', text: `${summary?.title ?? id}: read to the end.${left}` });
  };
  const beatActions: BeatActions = {
    'previous-beat': () => goTo(neighbourBeat(beat, -1)),
    'next-beat': () => goTo(neighbourBeat(beat, 1)),
    ...Object.fromEntries(beatNames.map((name, index) => [`beat-${index + 1}`, () => goTo(name)])),
  };

  if (loaded.kind !== 'ready') {
    const problem = loaded.kind === 'failed' ? loaded.message : undefined;
    return <Unready summary={summary} beat={beat} problem={problem} />;
  }
  const props: BeatProps = { lesson: loaded.value, beat, at, beatActions, finish };
  switch (beat) {
    case 'say':
    case 'see':
      return <ReadingBeat key={beat} {...props} />;
    case 'run':
      return <RunBeat {...props} runState={run} />;
    case 'build':
      return <BuildBeat {...props} />;
    case 'defend':
      return <DefendBeat {...props} defendState={defend} />;
    default:
      return beat satisfies never;
  }
}

type UnreadyProps = {
  summary: LessonSummary | undefined;
  beat: BeatName;
  problem: string | undefined;
};

function Unready({ summary, beat, problem }: UnreadyProps): ReactNode {
  const room = useBeatRoom();
  useKeys(problem === undefined ? undefined : 'help', {});
  const text = problem === undefined ? '' : `This lesson could not be opened: ${problem}`;
  const lesson = summary ?? {
    id: '',
    number: 0,
    title: beatTitles[beat],
    summary: '',
    minutes: 0,
    path: 'properly',
    lab: '',
    exercises: [],
  };
  const lines = wrapSpans([span(text, 'wrong')], room.width);
  return <BeatFrame lesson={lesson} beat={beat} mode="help" lines={lines} offset={0} />;
}
