import { Box } from 'ink';
import type { ReactNode } from 'react';
import { span } from '../../../layout/width.ts';
import { type BeatName, beatNames, beatTitles, type LessonSummary } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { ownCourse } from '../../../model/path.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import type { Action } from '../../key-groups.ts';
import type { KeyMode } from '../../keys.ts';
import { type Room, useRoom } from '../../room.ts';
import { useSession } from '../../session.ts';
import { beatTabs } from './beat-tabs.ts';

const tabRows = 2;

/** The room a beat has below the tabs. */
export function useBeatRoom(): Room {
  const { width, height } = useRoom();
  return { width, height: height - tabRows };
}

type BeatFrameProps = {
  lesson: LessonSummary;
  beat: BeatName;
  mode: KeyMode;
  labels?: Partial<Record<Action, string | false>>;
  /** Where in the beat this is, as in "prediction 2 of 3". */
  place?: string;
  lines: Line[];
  offset: number;
};

/** One beat: the lesson's name, the five beats, the content. */
export function BeatFrame(props: BeatFrameProps): ReactNode {
  const { lesson, beat, mode, labels, lines, offset } = props;
  const { progress, services } = useSession();
  // On a path that leaves exercises out they are not missing here either.
  const own = ownCourse(services.courseIndex, progress);
  const tabbed = own.lessons.find(({ id }) => id === lesson.id) ?? lesson;
  const { width } = useRoom();
  const room = useBeatRoom();
  const place = props.place ?? `beat ${beatNames.indexOf(beat) + 1} of ${beatNames.length}`;
  return (
    <Frame
      title={`${lesson.number} ${lesson.title} · ${beatTitles[beat]}`}
      aside={[span(place, 'muted')]}
      mode={mode}
      labels={labels}
    >
      <Box flexDirection="column">
        <LinesView
          lines={[beatTabs(progress, tabbed, beat, width), []]}
          width={width}
          height={tabRows}
        />
        <LinesView lines={lines} offset={offset} {...room} />
      </Box>
    </Frame>
  );
}
