import type { ReactNode } from 'react';
import { layoutBlocks } from '../../../layout/blocks.ts';
import { span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import { type Block, beatTitles, type Source } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { findOnPages, splitPages } from '../../../model/pages.ts';
import { leavePage, nearestPage, type PagePlace } from '../../../model/places.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import type { Room } from '../../room.ts';
import { BeatFrame, useBeatRoom } from './beat-frame.tsx';
import { neighbourBeat } from './beat-tabs.ts';
import { useLessonPlaces } from './lesson-places.ts';
import type { BeatProps } from './lesson-screen.tsx';
import { useGrowing } from './use-growing.ts';
import { usePages, usePlacePage } from './use-pages.ts';

/** Say it and See it: one idea a page; Enter reads on and, at the end, finishes the beat. */
export function ReadingBeat({ lesson, beat, at, beatActions, finish }: BeatProps): ReactNode {
  const room = useBeatRoom();
  const parts = splitPages(lesson.beats[beat]);
  const growing = useGrowing(parts, room);
  const contents = [...growing.pages];
  if (beat === 'see' && lesson.sources.length > 0)
    contents.push(sourceLines(lesson.sources, room.width));
  const lineCounts = contents.map((lines) => lines.length);
  const pages = usePages({ name: beat, lineCounts, height: room.height });
  const places = useLessonPlaces(lesson.id);
  usePlacePage(pages, at, (block) => placeOfBlock(parts, block, room), {
    read: () => {
      const left = places.read().pages[beat];
      return left && nearestPage(left, lineCounts);
    },
    keep: (place) => {
      const lines = lineCounts[place.page] ?? 0;
      places.change((left) => leavePage(left, beat, { ...place, lines }));
    },
  });
  const { page, isLast, scroll } = pages;
  const isAtEnd = isLast && scroll.isAtEnd;
  const next = neighbourBeat(beat, 1);
  const viewport = { total: lineCounts[page] ?? 0, height: room.height };
  const grow = growing.growIn(page, scroll, viewport);
  useKeys('reading', {
    ...beatActions,
    ...pages.actions,
    ...(isAtEnd && { 'next-beat': finish }),
    confirm: grow?.confirm ?? (() => pages.readOn() || finish()),
  });
  const onward = isAtEnd && next !== undefined ? `on to ${beatTitles[next]}` : 'read on';
  const confirm = grow?.label ?? onward;
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

/** The top of its page for a block that is seen from there, else a little above the block. */
function placeOfBlock(parts: Block[][], block: number, { width, height }: Room): PagePlace {
  const { page, index } = findOnPages(parts, block);
  const lines = (count: number) => layoutBlocks((parts[page] ?? []).slice(0, count), width).length;
  const isSeen = lines(index + 1) <= height;
  return { page, line: isSeen ? 0 : Math.max(0, lines(index) - 1) };
}

/** An address that is cut leads nowhere, so what is too long goes on below. */
function sourceLines(sources: Source[], width: number): Line[] {
  return [
    [span('Read more', 'muted', { isBold: true })],
    ...sources.flatMap(({ title, url }): Line[] => [
      ...wrapSpans([span(title)], width),
      ...wrapSpans([span(url, 'muted')], width, { indent: [span('  ')] }),
    ]),
  ];
}
