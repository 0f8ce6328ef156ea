import { type ReactNode, useState } from 'react';
import { layoutBlocks } from '../../../layout/blocks.ts';
import { lineWidth, span } from '../../../layout/width.ts';
import { listExercises } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { formatMinutes } from '../../../model/minutes-left.ts';
import { ownCourse } from '../../../model/path.ts';
import { exerciseProgress } from '../../../model/progress.ts';
import { apart } from '../../apart.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { BeatFrame, useBeatRoom } from './beat-frame.tsx';
import type { BeatProps } from './lesson-screen.tsx';

const statusColumns = '○ not tried yet'.length;

const statusWords = {
  new: span('○ not tried yet', 'muted'),
  started: span('◐ started'.padEnd(statusColumns), 'warn'),
  passed: span('✔ passed'.padEnd(statusColumns), 'ok'),
};

/** Build it: the lesson's exercises with their status, and the way on. */
export function BuildBeat({ lesson, beat, beatActions, finish }: BeatProps): ReactNode {
  const session = useSession();
  const room = useBeatRoom();
  const known = listExercises(session.services.courseIndex);
  const statusOf = (id: string) => exerciseProgress(session.progress, id).status;
  const exercises = lesson.exercises.map(
    (id) => known.find((one) => one.id === id) ?? { id, title: id, minutes: 0 },
  );
  // What the path leaves out can be built all the same, but is not proposed.
  const onPath = listExercises(ownCourse(session.services.courseIndex, session.progress));
  const firstOpen = exercises.findIndex(
    ({ id }) => statusOf(id) !== 'passed' && onPath.some((exercise) => exercise.id === id),
  );
  const [marked, setMarked] = useState(firstOpen < 0 ? exercises.length : firstOpen);

  const text = layoutBlocks(
    lesson.beats.build.filter((block) => block.kind !== 'exercise'),
    room.width,
  );
  const columns = Math.min(room.width, 76);
  const rows = exercises.map(({ id, title, minutes }, index): Line => {
    const isMarked = index === marked;
    const name = isMarked ? span(title, 'accent', { isBold: true }) : span(title);
    const left: Line = [cursor(isMarked), name];
    const right: Line = [span(`${formatMinutes(minutes)}   `, 'muted'), statusWords[statusOf(id)]];
    const place = span(`  ${id}`, 'muted');
    const fits = lineWidth([...left, place, ...right]) < columns;
    return apart(fits ? [...left, place] : left, right, columns);
  });
  const isOnExit = marked === exercises.length;
  const exitText =
    exercises.length === 0 ? 'Nothing to build here: go on to Defend it' : 'Go on to Defend it';
  const exit: Line = [
    cursor(isOnExit),
    isOnExit ? span(exitText, 'accent', { isBold: true }) : span(exitText, 'muted'),
  ];
  const lines: Line[] = [...text, ...(text.length > 0 ? [[]] : []), ...rows, [], exit];
  const line = isOnExit ? lines.length - 1 : lines.length - 2 - exercises.length + marked;
  const viewport = { total: lines.length, height: room.height };
  const scroll = useScroll(`build${marked}`, viewport, keepVisible(0, line, line, viewport));

  useKeys('building', {
    ...scroll.actions,
    ...beatActions,
    'select-up': () => setMarked(Math.max(0, marked - 1)),
    'select-down': () => setMarked(Math.min(exercises.length, marked + 1)),
    confirm: () => {
      const exercise = exercises[marked];
      if (exercise === undefined) finish();
      else session.open({ name: 'exercise', id: exercise.id });
    },
  });
  return (
    <BeatFrame
      lesson={lesson}
      beat={beat}
      mode="building"
      labels={{ confirm: isOnExit ? 'go on' : 'open' }}
      lines={lines}
      offset={scroll.offset}
    />
  );
}

function cursor(isMarked: boolean) {
  return isMarked ? span('▸ ', 'accent', { isBold: true }) : span('  ');
}
