import { useLayoutEffect, useRef, useState } from 'react';
import type { PagePlace } from '../../../model/places.ts';
import type { LessonPlace } from '../../../model/search.ts';
import type { Scroll } from '../../hooks/use-scroll.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import type { Action } from '../../key-groups.ts';

const top = 0;
const bottom = Number.MAX_SAFE_INTEGER;

export type Pages = {
  page: number;
  isLast: boolean;
  scroll: Scroll;
  /** One screenful on, within the page or to the next one; false at the end of the last. */
  readOn: () => boolean;
  open: (place: PagePlace) => void;
  /** What the scroll keys and the key for the page before do. */
  actions: Partial<Record<Action, () => void>>;
};

type PagesOptions = { name: string; lineCounts: number[]; height: number };

/** Pages read one after another: a scroll key that reaches the end of one goes on to the next. */
export function usePages({ name, lineCounts, height }: PagesOptions): Pages {
  const lastPage = Math.max(0, lineCounts.length - 1);
  const [place, setPlace] = useState<PagePlace>({ page: 0, line: top });
  const page = Math.min(place.page, lastPage);
  const total = lineCounts[page] ?? 0;
  const scroll = useScroll(`${name}:${page}:${place.line}`, { total, height }, place.line);
  const turn = (by: 1 | -1, line: number): boolean => {
    const next = page + by;
    if (next < 0 || next > lastPage) return false;
    setPlace({ page: next, line });
    scroll.forget();
    return true;
  };
  const down = (action: Action) => (): boolean => {
    if (scroll.isAtEnd) return turn(1, top);
    scroll.actions[action]?.();
    return true;
  };
  const up = (action: Action) => (): void => {
    if (scroll.offset === 0) turn(-1, bottom);
    else scroll.actions[action]?.();
  };
  const goTo = (next: number, line: number) => (): void => {
    setPlace({ page: next, line });
    scroll.forget();
  };
  return {
    page,
    isLast: page === lastPage,
    scroll,
    readOn: down('page-down'),
    open: (wanted) => goTo(wanted.page, wanted.line)(),
    actions: {
      'line-down': () => void down('line-down')(),
      'page-down': () => void down('page-down')(),
      'line-up': up('line-up'),
      'page-up': up('page-up'),
      top: goTo(0, top),
      bottom: goTo(lastPage, bottom),
      'step-back': () => void turn(-1, top),
    },
  };
}

/** Where a beat was left, and how that is noted. */
export type KeptPage = { read: () => PagePlace | undefined; keep: (place: PagePlace) => void };

/**
 * Opens the page of a place when it is asked for, and the page one was on when the place is left; without a place, the
 * page that was kept.
 */
export function usePlacePage(
  pages: Pages,
  at: LessonPlace | undefined,
  placeOf: (block: number) => PagePlace,
  kept: KeptPage,
): void {
  const left = useRef(new Map<LessonPlace | undefined, PagePlace>());
  const seen = useRef({ at, place: { page: 0, line: top } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: one goes there when asked to, and stays where one reads.
  useLayoutEffect(() => {
    if (seen.current.at !== at) left.current.set(seen.current.at, seen.current.place);
    const known = left.current.get(at);
    const asked = at?.block === undefined ? undefined : placeOf(at.block);
    const wanted = known ?? (at === undefined ? kept.read() : asked);
    if (wanted !== undefined) pages.open(wanted);
  }, [at]);
  useLayoutEffect(() => {
    seen.current = { at, place: { page: pages.page, line: pages.scroll.offset } };
  });
  const wasOpened = useRef(false);
  useLayoutEffect(() => {
    // What was kept is opened with the first drawing, and shown with the second.
    if (wasOpened.current && at === undefined) kept.keep(seen.current.place);
    wasOpened.current = true;
  });
}
