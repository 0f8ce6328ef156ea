import { useLayoutEffect, useRef } from 'react';
import type { LessonPlace } from '../../../model/search.ts';
import type { Scroll } from '../../hooks/use-scroll.ts';

/** Scrolls to a place when it is asked for, and back to where one was when it is left. */
export function usePlaceScroll(
  scroll: Scroll,
  at: LessonPlace | undefined,
  lineOf: (block: number) => number,
): void {
  const offsets = useRef(new Map<LessonPlace | undefined, number>());
  const seen = useRef({ at, offset: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: one goes there when asked to, and stays where one scrolls.
  useLayoutEffect(() => {
    if (seen.current.at !== at) offsets.current.set(seen.current.at, seen.current.offset);
    const left = offsets.current.get(at);
    if (left !== undefined) scroll.scrollTo(left);
    else if (at?.block !== undefined) scroll.scrollTo(lineOf(at.block));
  }, [at]);
  useLayoutEffect(() => {
    seen.current = { at, offset: scroll.offset };
  });
}
