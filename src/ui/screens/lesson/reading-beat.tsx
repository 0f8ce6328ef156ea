import type { ReactNode } from 'react';
import { layoutBlocks } from '../../../layout/blocks.ts';
import { span } from '../../../layout/width.ts';
import { beatTitles, type Source } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { splitPages } from '../../../model/pages.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { BeatFrame, useBeatRoom } from './beat-frame.tsx';
import { neighbourBeat } from './beat-tabs.ts';
import type { BeatProps } from './lesson-screen.tsx';
import { usePages } from './use-pages.ts';

/** Say it and See it: one idea a page; Enter reads on and, at the end, finishes the beat. */
export function ReadingBeat({ lesson, beat, beatActions, finish }: BeatProps): ReactNode {
  const room = useBeatRoom();
  const contents = splitPages(lesson.beats[beat]).map((page) => layoutBlocks(page, room.width));
  if (beat === 'see' && lesson.sources.length > 0) contents.push(sourceLines(lesson.sources));
  const lineCounts = contents.map((lines) => lines.length);
  const pages = usePages({ name: beat, lineCounts, height: room.height });
  const { page, isLast, scroll } = pages;
  const isAtEnd = isLast && scroll.isAtEnd;
  const next = neighbourBeat(beat, 1);
  useKeys('reading', {
    ...beatActions,
    ...pages.actions,
    ...(isAtEnd && { 'next-beat': finish }),
    confirm: () => pages.readOn() || finish(),
  });
  const confirm = isAtEnd && next !== undefined ? `on to ${beatTitles[next]}` : 'read on';
  return (
    <BeatFrame
      lesson={lesson}
      beat={beat}
      mode="reading"
      labels={{ confirm, 'step-back': page > 0 && 'page before' }}
      place={contents.length > 1 ? `page ${page + 1} of ${contents.length}` : undefined}
      lines={contents[page] ?? []}
      offset={scroll.offset}
    />
  );
}

function sourceLines(sources: Source[]): Line[] {
  return [
    [span('Read more', 'muted', { isBold: true })],
    ...sources.flatMap(({ title, url }): Line[] => [[span(title)], [span(`  ${url}`, 'muted')]]),
  ];
}
