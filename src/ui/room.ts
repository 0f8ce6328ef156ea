import type { Line } from '../model/lines.ts';
import { useSession } from './session.ts';
import { statusLines } from './status.ts';

/** The smallest window the app is drawn in. */
export const smallestWindow = { columns: 60, rows: 18 };

export type Room = { width: number; height: number };

type Window = { columns: number; rows: number };

export function isTooSmall({ columns, rows }: Window): boolean {
  return columns < smallestWindow.columns || rows < smallestWindow.rows;
}

const chromeRows = 4;
const chromeColumns = 3;

/**
 * The room between the rules: the frame stays one row below the window, header and key bar take four. What is said
 * at the foot has the lower rule's row, and takes more from here when it needs them.
 */
export function roomIn({ columns, rows }: Window, footRows = 1): Room {
  return {
    width: Math.max(columns, smallestWindow.columns) - chromeColumns,
    height: Math.max(rows, smallestWindow.rows) - 1 - chromeRows - (footRows - 1),
  };
}

export function useRoom(): Room {
  const { window } = useSession();
  return roomIn(window, useStatusLines().length || 1);
}

/** The lines of what is said at the foot now. */
export function useStatusLines(): Line[] {
  const { status, window } = useSession();
  return status === undefined ? [] : statusLines(status, window.columns - 2);
}
