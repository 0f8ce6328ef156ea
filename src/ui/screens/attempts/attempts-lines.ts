import { attemptLine } from '../../../layout/attempts.ts';
import { layoutTextDiff } from '../../../layout/text-diff.ts';
import { fitLine, span } from '../../../layout/width.ts';
import type { Line } from '../../../model/lines.ts';
import type { Attempt } from '../../../model/progress.ts';
import type { Comparison } from './use-attempts-state.ts';

/** Equal lines shown around a change. */
const contextLines = 3;

/** The attempts, newest first; the marked one carries the cursor. */
export function attemptLines(history: Attempt[], marked: number, width: number): Line[] {
  if (history.length === 0) {
    return [[span('No attempt yet: the first save is the first one.', 'muted')]];
  }
  return history
    .map((attempt, index): Line => {
      const number = index + 1;
      if (number !== marked) return [span('  '), ...attemptLine(attempt, number, width - 2)];
      const [first, ...rest] = attemptLine(attempt, number, width - 2);
      const cursor = span('▸ ', 'accent', { isBold: true });
      return [cursor, span(first?.text ?? '', 'accent', { isBold: true }), ...rest];
    })
    .reverse();
}

/** What changed since an attempt. */
export function comparisonLines({ number, kept, now }: Comparison, width: number): Line[] {
  if (kept === now) return [[span(`Your file is attempt ${number}, as it was.`, 'ok')]];
  const heading = `From attempt ${number} (−) to your file as it is now (+)`;
  return [
    fitLine([span(heading, 'accent', { isBold: true })], width),
    [],
    ...layoutTextDiff(kept, now, width, contextLines),
  ];
}
