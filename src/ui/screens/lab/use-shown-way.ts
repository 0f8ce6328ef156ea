import type { WayLines } from '../../../layout/way.ts';
import { useWay } from '../../hooks/use-way.ts';
import type { LabRun } from '../../lab-runs.ts';
import type { LabScreenState } from './use-lab-state.ts';

/** The way of the request that is shown, where the learner asked for it in place of the reply. */
export function useShownWay(
  run: LabRun,
  state: LabScreenState,
  width: number,
): WayLines | undefined {
  const { isWayShown, isWatching, isSending, shown } = state;
  const isWanted = isWayShown && !isWatching && !isSending && run.state.kind !== 'failed';
  return useWay(run, isWanted ? shown : undefined, width).way;
}
