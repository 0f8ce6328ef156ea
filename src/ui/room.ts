import { useSession } from './session.ts';

/** The smallest window the app is drawn in. */
export const smallestWindow = { columns: 60, rows: 18 };

export type Room = { width: number; height: number };

type Window = { columns: number; rows: number };

export function isTooSmall({ columns, rows }: Window): boolean {
  return columns < smallestWindow.columns || rows < smallestWindow.rows;
}

const chromeRows = 4;
const chromeColumns = 3;

/** The room between the rules: the frame stays one row below the window, header and key bar take four. */
export function roomIn({ columns, rows }: Window): Room {
  return {
    width: Math.max(columns, smallestWindow.columns) - chromeColumns,
    height: Math.max(rows, smallestWindow.rows) - 1 - chromeRows,
  };
}

export function useRoom(): Room {
  return roomIn(useSession().window);
}
