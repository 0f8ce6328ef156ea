export type Paced<Event> = {
  send: (event: Event) => void;
  flush: () => void;
  /** Forgets what waits. */
  drop: () => void;
};

/**
 * Hands events on in batches, each when `everyMs` have passed since its first one or when `flush` is called. Events
 * that arrive faster than anyone reads would each cost a frame.
 */
export function pace<Event>(send: (event: Event) => void, everyMs: number): Paced<Event> {
  let waiting: Event[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    for (const event of batch) send(event);
  };
  return {
    send: (event) => {
      waiting.push(event);
      timer ??= setTimeout(flush, everyMs);
    },
    flush,
    drop: () => {
      waiting = [];
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
