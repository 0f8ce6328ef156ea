import type { ReactNode } from 'react';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import type { LabRun } from '../../lab-runs.ts';
import { useRoom } from '../../room.ts';
import { keepVisible } from '../../scroll.ts';
import { wholeLogLines } from './lab-lines.ts';
import { servedAside } from './served.ts';
import type { LabScreenEvent } from './use-lab-state.ts';

type WholeLogProps = {
  title: string;
  run: LabRun;
  marked: number;
  send: (event: LabScreenEvent) => void;
};

/** Every entry of a log, newest first. */
export function WholeLog({ title, run, marked, send }: WholeLogProps): ReactNode {
  const room = useRoom();
  const lines = wholeLogLines(run, marked, room.width);
  const entry = run.log.toReversed()[marked];
  const move = (by: number) => () => send({ kind: 'moved', by, count: run.log.length });
  const page = Math.max(1, room.height - 2);
  useKeys('log', {
    log: () => send({ kind: 'log-toggled' }),
    'select-up': move(-1),
    'select-down': move(1),
    'page-up': move(-page),
    'page-down': move(page),
    top: move(-run.log.length),
    bottom: move(run.log.length),
    confirm: () =>
      entry?.kind === 'exchange' &&
      send({ kind: 'shown', exchange: entry.exchange, fromLog: true }),
  });
  const offset = keepVisible(0, marked, marked, { total: lines.length, height: room.height });
  return (
    <Frame title={`${title} · log`} aside={servedAside(run)} mode="log">
      <LinesView lines={lines} offset={offset} {...room} />
    </Frame>
  );
}
