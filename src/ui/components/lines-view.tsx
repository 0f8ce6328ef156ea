import { Box } from 'ink';
import type { ReactNode } from 'react';
import { padLine, span } from '../../layout/width.ts';
import type { Line } from '../../model/lines.ts';
import { scrollBar } from '../scroll.ts';
import { LineText } from './line-text.tsx';

type LinesViewProps = { lines: Line[]; offset?: number; width: number; height: number };

/** A window of `width` by `height` on lines, with a scroll bar in a column of its own when there is more. */
export function LinesView({ lines, offset = 0, width, height }: LinesViewProps): ReactNode {
  const bar = scrollBar(offset, { total: lines.length, height });
  const rows = Array.from({ length: height }, (_, row) => {
    const line = padLine(lines[row + offset] ?? [], width);
    const isThumb = bar[row];
    if (isThumb === undefined) return line;
    return [...line, span(' '), isThumb ? span('█', 'muted') : span('│', 'muted')];
  });
  return (
    <Box flexDirection="column" width={width + 2} height={height}>
      {rows.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a window have no identity but their place.
        <LineText key={row} line={line} />
      ))}
    </Box>
  );
}
