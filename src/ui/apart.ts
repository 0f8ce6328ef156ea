import { fitLine, lineWidth, spread } from '../layout/width.ts';
import type { Line } from '../model/lines.ts';

/** `left` at the start and `right` at the end of a line, never touching: `left` is cut first. */
export function apart(left: Line, right: Line, width: number): Line {
  if (right.length === 0) return fitLine(left, width);
  return spread(fitLine(left, Math.max(0, width - lineWidth(right) - 2)), right, width);
}
