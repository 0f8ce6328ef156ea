import { useAnimation } from 'ink';
import { useLayoutEffect, useState } from 'react';

const frameMs = 60;

/** The ms that have passed since `subject` came, drawn again as they pass; without one it stands still at 0. */
export function useClock(subject: object | string | undefined): number {
  const [timed, setTimed] = useState<object | string>();
  const { time, reset } = useAnimation({ interval: frameMs, isActive: subject !== undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `reset` is a new function each time.
  useLayoutEffect(() => {
    setTimed(subject);
    if (subject !== undefined) reset();
  }, [subject]);
  // Until it is reset, the time is that of the subject before.
  return timed === subject ? time : 0;
}
