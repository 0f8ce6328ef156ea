import { useState } from 'react';
import type { Scroll } from '../../hooks/use-scroll.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import type { Action } from '../../keys.ts';

/** Which page is shown, and from which end it was entered. */
export type PagePlace = { page: number; enteredAt: 'top' | 'bottom' };

export type Pages = {
  page: number;
  isLast: boolean;
  scroll: Scroll;
  /** One screenful on, within the page or to the next one; false at the end of the last. */
  readOn: () => boolean;
  /** What the scroll keys and the key for the page before do. */
  actions: Partial<Record<Action, () => void>>;
};

type PagesOptions = { name: string; lineCounts: number[]; height: number; firstPage?: number };

/** Pages read one after another: a scroll key that reaches the end of one goes on to the next. */
export function usePages({ name, lineCounts, height, firstPage = 0 }: PagesOptions): Pages {
  const lastPage = Math.max(0, lineCounts.length - 1);
  const [place, setPlace] = useState<PagePlace>({ page: firstPage, enteredAt: 'top' });
  const page = Math.min(place.page, lastPage);
  const total = lineCounts[page] ?? 0;
  const begin = place.enteredAt === 'bottom' ? total : 0;
  const scroll = useScroll(`${name}:${page}:${place.enteredAt}`, { total, height }, begin);
  const turn = (by: 1 | -1, enteredAt: PagePlace['enteredAt']): boolean => {
    const next = page + by;
    if (next < 0 || next > lastPage) return false;
    setPlace({ page: next, enteredAt });
    scroll.forget();
    return true;
  };
  const down = (action: Action) => (): boolean => {
    if (scroll.isAtEnd) return turn(1, 'top');
    scroll.actions[action]?.();
    return true;
  };
  const up = (action: Action) => (): void => {
    if (scroll.offset === 0) turn(-1, 'bottom');
    else scroll.actions[action]?.();
  };
  const goTo = (next: number, enteredAt: PagePlace['enteredAt']) => (): void => {
    setPlace({ page: next, enteredAt });
    scroll.forget();
  };
  return {
    page,
    isLast: page === lastPage,
    scroll,
    readOn: down('page-down'),
    actions: {
      'line-down': () => void down('line-down')(),
      'page-down': () => void down('page-down')(),
      'line-up': up('line-up'),
      'page-up': up('page-up'),
      top: goTo(0, 'top'),
      bottom: goTo(lastPage, 'bottom'),
      'step-back': () => void turn(-1, 'top'),
    },
  };
}
