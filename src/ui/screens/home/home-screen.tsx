import { Box } from 'ink';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { fitLine, span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import { listExercises } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { courseMinutesLeft, formatMinutes } from '../../../model/minutes-left.ts';
import { chosenPath, nextPath, ownCourse } from '../../../model/path.ts';
import { leftBeat } from '../../../model/places.ts';
import { shareDone } from '../../../model/progress.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useRoom } from '../../room.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { homeLines } from './home-lines.ts';
import {
  describeRow,
  type HomeMove,
  type HomeRow,
  homeRows,
  moveMark,
  screenOfRow,
} from './home-rows.ts';

/** The course map. What is marked is part of the screen, so that coming back finds it again. */
export function HomeScreen({ selected = 'next' }: { selected?: string | undefined }): ReactNode {
  const session = useSession();
  const { progress, services } = session;
  const { courseIndex } = services;
  const room = useRoom();
  const leftBeatOf = (lesson: string) => leftBeat(services.readPlaces(lesson));
  const rows = homeRows(courseIndex, progress, selected, leftBeatOf);
  const marked = rows.find((row) => row.id === selected) ?? rows[0];

  const isFinished = marked?.kind === 'next' && marked.step.kind === 'finished';
  const leadsOn = isFinished && chosenPath(progress) !== 'properly';

  const mapHeight = room.height - 2;
  const page = Math.max(1, mapHeight - 2);
  // Keys come faster than frames: each goes on from where the one before has led, drawn or not.
  const newest = useRef(selected);
  useLayoutEffect(() => {
    newest.current = selected;
  }, [selected]);
  const mark = (move: HomeMove) => () => {
    const known = homeRows(courseIndex, progress, newest.current);
    newest.current = moveMark(known, newest.current, move, page);
    session.replace({ name: 'home', selected: newest.current });
  };
  const changePath = () =>
    session.record({ kind: 'path-chosen', path: nextPath(chosenPath(progress)) });
  const confirmRow = () => {
    if (marked === undefined) return;
    if (marked.kind === 'path' || leadsOn) return changePath();
    session.open(screenOfRow(marked, progress, leftBeatOf));
  };
  useKeys('home', {
    confirm: confirmRow,
    'change-path': changePath,
    'select-up': mark('up'),
    'select-down': mark('down'),
    'page-up': mark('page-up'),
    'page-down': mark('page-down'),
    labs: mark('labs'),
    top: mark('first'),
    bottom: mark('last'),
    quiz: () => session.open({ name: 'quiz', id: '', path: chosenPath(progress) }),
  });

  const { lines, markedLine } = homeLines({
    rows,
    selected: marked?.id ?? 'next',
    progress,
    runs: session.labs.runs,
    exercises: listExercises(courseIndex),
    questions: ownCourse(courseIndex, progress).questions,
    width: room.width,
  });
  // The exercises of a marked lab open below it, and are to be seen.
  const below = marked?.kind === 'lab' ? marked.lab.exercises.length : 1;
  const offset = keepVisible(0, markedLine, markedLine + Math.min(below, mapHeight - 1), {
    total: lines.length,
    height: mapHeight,
  });
  const sentence = marked === undefined ? '' : describeRow(marked, progress);
  const about = footLines(sentence, room.width);
  return (
    <Frame
      title="api-labs"
      aside={homeAside(session)}
      mode="home"
      labels={{ confirm: confirmLabel(marked, leadsOn) }}
    >
      <Box flexDirection="column">
        <LinesView lines={lines} offset={offset} width={room.width} height={mapHeight} />
        <LinesView lines={about} width={room.width} height={2} />
      </Box>
    </Frame>
  );
}

function confirmLabel(marked: HomeRow | undefined, leadsOn: boolean): string | false {
  if (marked?.kind === 'path') return 'another path';
  if (marked?.kind !== 'next') return 'open';
  if (marked.step.kind !== 'finished') return 'continue';
  return leadsOn && 'go on';
}

/** A sentence on the last of two lines; on both when it is long. */
function footLines(sentence: string, width: number): Line[] {
  const indent = [span('  ')];
  const [first = [], second, ...rest] = wrapSpans([span(sentence, 'muted')], width, { indent });
  if (second === undefined) return [[], first];
  return [first, rest.length === 0 ? second : fitLine([...second, span(' …')], width)];
}

function homeAside({ progress, services }: ReturnType<typeof useSession>): Line {
  const own = ownCourse(services.courseIndex, progress);
  const share = Math.round(shareDone(progress, own) * 100);
  const minutes = courseMinutesLeft(progress, own);
  if (minutes === 0) return [span(`${share} % done`, 'ok')];
  return [
    span(`${share} % done`, share > 0 ? 'ok' : 'muted'),
    span(` · ${formatMinutes(minutes)} left`, 'muted'),
  ];
}
