import { useState } from 'react';
import type { Action } from '../key-groups.ts';
import { clampOffset, isAtEnd, scrollOffset, type Viewport } from '../scroll.ts';

export type Scroll = {
  offset: number;
  isAtEnd: boolean;
  /** What the scroll keys do; given to `useKeys`. */
  actions: Partial<Record<Action, () => void>>;
  scrollTo: (offset: number) => void;
  /** The next content begins where it says, even one that was scrolled before. */
  forget: () => void;
};

const scrollActions: Action[] = ['line-up', 'line-down', 'page-up', 'page-down', 'top', 'bottom'];

/** Scrolling over one content. With another `content` name it begins at the top again. */
export function useScroll(content: string, viewport: Viewport, initialOffset = 0): Scroll {
  const [position, setPosition] = useState({ content, offset: initialOffset });
  const wanted = position.content === content ? position.offset : initialOffset;
  const offset = clampOffset(wanted, viewport);
  const scrollTo = (next: number) => setPosition({ content, offset: next });
  const actions = Object.fromEntries(
    scrollActions.map((action) => [
      action,
      () => {
        const next = scrollOffset(action, offset, viewport);
        if (next !== undefined) scrollTo(next);
      },
    ]),
  );
  const forget = () => setPosition({ content: '', offset: 0 });
  return { offset, isAtEnd: isAtEnd(offset, viewport), actions, scrollTo, forget };
}
