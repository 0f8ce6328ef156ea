import type { ReactNode } from 'react';
import { span } from '../../../layout/width.ts';
import { beatTitles } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import { BeatFrame, useBeatRoom } from './beat-frame.tsx';
import { neighbourBeat } from './beat-tabs.ts';
import type { BeatProps } from './lesson-screen.tsx';
import { useGrowing } from './use-growing.ts';

/** Say it and See it: text to scroll; Enter reads on and, at the end, finishes the beat. */
export function ReadingBeat({ lesson, beat, beatActions, finish }: BeatProps): ReactNode {
  const room = useBeatRoom();
  const growing = useGrowing(lesson.beats[beat], room);
  const lines: Line[] = [...growing.lines, ...(beat === 'see' ? sourceLines(lesson.sources) : [])];
  const viewport = { total: lines.length, height: room.height };
  const scroll = useScroll(beat, viewport);
  const next = neighbourBeat(beat, 1);
  const grow = growing.growIn(scroll, viewport);
  const readOn = () => (scroll.isAtEnd ? finish() : scroll.actions['page-down']?.());
  const moveOn = scroll.isAtEnd ? { 'next-beat': finish } : {};
  useKeys('reading', {
    ...scroll.actions,
    ...beatActions,
    ...moveOn,
    confirm: grow?.confirm ?? readOn,
  });
  const onward = scroll.isAtEnd && next !== undefined ? `on to ${beatTitles[next]}` : 'read on';
  return (
    <BeatFrame
      lesson={lesson}
      beat={beat}
      mode="reading"
      labels={{ confirm: grow?.label ?? onward }}
      lines={lines}
      offset={scroll.offset}
    />
  );
}

function sourceLines(sources: { title: string; url: string }[]): Line[] {
  if (sources.length === 0) return [];
  return [
    [],
    [span('Read more', 'muted', { isBold: true })],
    ...sources.flatMap(({ title, url }): Line[] => [[span(title)], [span(`  ${url}`, 'muted')]]),
  ];
}
