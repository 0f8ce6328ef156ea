import { Box } from 'ink';
import { type ReactNode, useContext } from 'react';
import { fitLine, span } from '../../layout/width.ts';
import type { Line } from '../../model/lines.ts';
import { apart } from '../apart.ts';
import { type BarLabels, keyBar } from '../key-bar.ts';
import type { KeyMode } from '../keys.ts';
import { isTooSmall, smallestWindow, useRoom, useStatusLines } from '../room.ts';
import { ShownContext, useSession } from '../session.ts';
import { LineText } from './line-text.tsx';

type FrameProps = {
  title: string;
  aside?: Line;
  mode: KeyMode;
  /** Labels that differ from the key table for now; `false` leaves a key out of the bar. */
  labels?: BarLabels;
  children: ReactNode;
};

/** Header, rule, body, rule or status, key bar: one row less than the window. */
export function Frame({ title, aside = [], mode, labels = {}, children }: FrameProps): ReactNode {
  const isShown = useContext(ShownContext);
  const { window } = useSession();
  const { columns, rows } = window;
  const room = useRoom();
  const said = useStatusLines();
  if (!isShown) return null;
  if (isTooSmall(window)) return <TooSmall />;
  const width = columns - 2;
  const rule: Line = [span('─'.repeat(columns), 'muted')];
  const header = apart([span(title, undefined, { isBold: true })], aside, width);
  const foot = said.length === 0 ? [rule] : said.map((line) => [span(' '), ...line]);
  return (
    <Box flexDirection="column" width={columns} height={rows - 1} overflow="hidden">
      <LineText line={[span(' '), ...header]} />
      <LineText line={rule} />
      <Box paddingLeft={1} height={room.height} overflow="hidden">
        {children}
      </Box>
      {foot.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen.
        <LineText key={row} line={line} />
      ))}
      <LineText line={[span(' '), ...keyBar(mode, labels, width)]} />
    </Box>
  );
}

/** Said instead of any screen; what the screen was doing goes on. */
function TooSmall(): ReactNode {
  const { columns, rows } = useSession().window;
  const { columns: neededColumns, rows: neededRows } = smallestWindow;
  const lines = [
    'api-labs needs a larger window',
    `at least ${neededColumns}x${neededRows}, this is ${columns}x${rows}`,
    'q or Ctrl-C quits',
  ].slice(0, Math.max(1, rows - 1));
  return (
    <Box flexDirection="column" width={columns} height={lines.length} overflow="hidden">
      {lines.map((text) => (
        <LineText key={text} line={fitLine([span(text)], columns)} />
      ))}
    </Box>
  );
}
