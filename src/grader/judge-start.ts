import type { StartResult } from '../model/server.ts';
import type { SourceError, Verdict } from '../model/verdict.ts';

/** A target that did not come up. */
export type FailedTarget = {
  kind: Exclude<StartResult['kind'], 'running'>;
  message: string;
  remedy: string;
  error?: SourceError;
  afterMs: number;
};

/** A target that could not be started is broken; one that was too slow to is stuck. */
export function judgeStart(
  failed: FailedTarget,
): Pick<Verdict, 'status' | 'message' | 'remedy' | 'error' | 'stuck'> {
  const { message, remedy, error, afterMs } = failed;
  switch (failed.kind) {
    case 'broken':
    case 'port-taken':
      return { status: 'broken', message, remedy, error };
    case 'stuck':
    case 'cancelled':
      return { status: 'stuck', message, remedy, error, stuck: { afterMs } };
    default:
      return failed.kind satisfies never;
  }
}
