import { fitLine, span } from '../../../layout/width.ts';
import { type BeatName, beatNames, beatTitles, type LessonSummary } from '../../../model/course.ts';
import type { Line, Span } from '../../../model/lines.ts';
import { isBeatDone, type Progress } from '../../../model/progress.ts';

/** The five beats on one line: which are done, and which one this is. */
export function beatTabs(
  progress: Progress,
  lesson: LessonSummary,
  current: BeatName,
  width: number,
): Line {
  const gap = width < 64 ? '  ' : '    ';
  const line = beatNames.flatMap((beat, index): Line => {
    const isHere = beat === current;
    const mark = isHere ? span('▸ ', 'accent') : beatMark(progress, lesson, beat);
    const title = isHere
      ? span(beatTitles[beat], 'accent', { isBold: true })
      : span(beatTitles[beat], 'muted');
    return [...(index === 0 ? [] : [span(gap)]), mark, title];
  });
  return fitLine(line, width);
}

/** As on the course map: what there is nothing to do of is neither done nor open. */
function beatMark(progress: Progress, lesson: LessonSummary, beat: BeatName): Span {
  if (beat === 'build' && lesson.exercises.length === 0) return span('– ', 'muted');
  return isBeatDone(progress, lesson, beat) ? span('✔ ', 'ok') : span('○ ', 'muted');
}

/** The beat before or after; undefined at either end. */
export function neighbourBeat(beat: BeatName, by: 1 | -1): BeatName | undefined {
  return beatNames[beatNames.indexOf(beat) + by];
}
