import type { Action } from './key-groups.ts';

/** A window of `height` lines on `total` lines. */
export type Viewport = { total: number; height: number };

/** The nearest offset at which the window is filled. */
export function clampOffset(offset: number, { total, height }: Viewport): number {
  return Math.max(0, Math.min(offset, total - height));
}

export function isAtEnd(offset: number, viewport: Viewport): boolean {
  return clampOffset(offset, viewport) >= viewport.total - viewport.height;
}

/** Where a scroll key leads; undefined for any other action. */
export function scrollOffset(
  action: Action,
  offset: number,
  viewport: Viewport,
): number | undefined {
  const page = Math.max(1, viewport.height - 2);
  const from = clampOffset(offset, viewport);
  switch (action) {
    case 'line-up':
      return clampOffset(from - 1, viewport);
    case 'line-down':
      return clampOffset(from + 1, viewport);
    case 'page-up':
      return clampOffset(from - page, viewport);
    case 'page-down':
      return clampOffset(from + page, viewport);
    case 'top':
      return 0;
    case 'bottom':
      return clampOffset(viewport.total, viewport);
    default:
      return undefined;
  }
}

/** The offset nearest to `offset` at which the lines from `first` to `last` are in the window. */
export function keepVisible(
  offset: number,
  first: number,
  last: number,
  viewport: Viewport,
): number {
  const from = clampOffset(offset, viewport);
  if (first < from) return clampOffset(first, viewport);
  if (last >= from + viewport.height) return clampOffset(last - viewport.height + 1, viewport);
  return from;
}

/** Which rows of a scroll bar are filled; empty when there is nothing to scroll. */
export function scrollBar(offset: number, { total, height }: Viewport): boolean[] {
  if (total <= height || height < 1) return [];
  const size = Math.max(1, Math.round((height * height) / total));
  const start = Math.round(
    ((height - size) * clampOffset(offset, { total, height })) / (total - height),
  );
  return Array.from({ length: height }, (_, row) => row >= start && row < start + size);
}
