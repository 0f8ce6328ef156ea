import type { Line } from '../model/lines.ts';
import { span } from './width.ts';

/** The rows near a difference; each run of equal ones further off becomes one line that counts them. */
export function foldSame<Row extends object>(
  rows: Row[],
  isSame: (row: Row) => boolean,
  contextLines: number,
): (Row | Line)[] {
  if (contextLines === Number.POSITIVE_INFINITY) return rows;
  const isNear = rows.map((_, index) =>
    rows
      .slice(Math.max(0, index - contextLines), index + contextLines + 1)
      .some((row) => !isSame(row)),
  );
  const folded: (Row | Line)[] = [];
  let start = 0;
  while (start < rows.length) {
    let end = start;
    while (end < rows.length && !isNear[end]) end += 1;
    const count = end - start;
    // A line that says that one line is left out takes its room.
    if (count > 1) folded.push([span(`  … ${count} equal lines`, 'muted')]);
    else folded.push(...rows.slice(start, end));
    folded.push(...rows.slice(end, end + 1));
    start = end + 1;
  }
  return folded;
}
