import { Box } from 'ink';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { fitLine, span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import { listExercises } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { nextStep, shareDone } from '../../../model/progress.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { courseMinutesLeft, formatMinutes } from '../../minutes-left.ts';
import { useRoom } from '../../room.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { homeLines } from './home-lines.ts';
import { describeRow, type HomeMove, homeRows, moveMark, screenOfRow } from './home-rows.ts';

/** The course map. What is marked is part of the screen, so that coming back finds it again. */
export function HomeScreen({ selected = 'next' }: { selected?: string | undefined }): ReactNode {
  const session = useSession();
  const { progress, services } = session;
  const { courseIndex } = services;
  const room = useRoom();
  const rows = homeRows(courseIndex, nextStep(progress, courseIndex), selected);
  const marked = rows.find((row) => row.id === selected) ?? rows[0];

  // Keys come faster than frames: each goes on from where the one before has led, drawn or not.
  const newest = useRef(selected);
  useLayoutEffect(() => {
    newest.current = selected;
  }, [selected]);
  const mark = (move: HomeMove) => () => {
    const known = homeRows(courseIndex, nextStep(progress, courseIndex), newest.current);
    newest.current = moveMark(known, newest.current, move);
    session.replace({ name: 'home', selected: newest.current });
  };
  useKeys('home', {
    confirm: () => marked !== undefined && session.open(screenOfRow(marked, progress)),
    'select-up': mark('up'),
    'select-down': mark('down'),
    top: mark('first'),
    bottom: mark('last'),
    quiz: () => session.open({ name: 'quiz', id: '' }),
  });

  const { lines, markedLine } = homeLines({
    rows,
    selected: marked?.id ?? 'next',
    progress,
    runs: session.labs.runs,
    exercises: listExercises(courseIndex),
    width: room.width,
  });
  const mapHeight = room.height - 2;
  const offset = keepVisible(0, markedLine, markedLine + 1, {
    total: lines.length,
    height: mapHeight,
  });
  const sentence = marked === undefined ? '' : describeRow(marked, progress);
  const about = footLines(sentence, room.width);
  const isFinished = marked?.kind === 'next' && marked.step.kind === 'finished';
  const confirm = marked?.kind === 'next' ? (isFinished ? false : 'continue') : 'open';
  return (
    <Frame title="api-labs" aside={homeAside(session)} mode="home" labels={{ confirm }}>
      <Box flexDirection="column">
        <LinesView lines={lines} offset={offset} width={room.width} height={mapHeight} />
        <LinesView lines={about} width={room.width} height={2} />
      </Box>
    </Frame>
  );
}

/** A sentence on the last of two lines; on both when it is long. */
function footLines(sentence: string, width: number): Line[] {
  const indent = [span('  ')];
  const [first = [], second, ...rest] = wrapSpans([span(sentence, 'muted')], width, { indent });
  if (second === undefined) return [[], first];
  return [first, rest.length === 0 ? second : fitLine([...second, span(' …')], width)];
}

function homeAside({ progress, services }: ReturnType<typeof useSession>): Line {
  const share = Math.round(shareDone(progress, services.courseIndex) * 100);
  const minutes = courseMinutesLeft(progress, services.courseIndex);
  if (minutes === 0) return [span(`${share} % done`, 'ok')];
  return [
    span(`${share} % done`, share > 0 ? 'ok' : 'muted'),
    span(` · ${formatMinutes(minutes)} left`, 'muted'),
  ];
}
