import { layoutWay, type WayLines } from '../../layout/way.ts';
import { span } from '../../layout/width.ts';
import type { Exchange } from '../../model/exchange.ts';
import { findRecorded, type LabRun } from '../lab-runs.ts';
import { type Lighting, useLighting } from './use-lighting.ts';

const untold: WayLines = {
  lines: [[span('The lab has not told the way of this request yet …', 'muted')]],
  newest: 0,
};

/** The way of a request that was sent to a lab, as far as it is lit now; none where nothing was sent. */
export function useWay(
  run: LabRun | undefined,
  sent: Exchange | undefined,
  width: number,
): Omit<Lighting, 'lit'> & { way?: WayLines } {
  const recorded = sent === undefined ? undefined : findRecorded(run, sent);
  const { lit, ...lighting } = useLighting(recorded?.stages);
  if (sent === undefined) return lighting;
  return { ...lighting, way: recorded === undefined ? untold : layoutWay(recorded, width, lit) };
}
