export type Paced<Event> = {
  send: (event: Event) => void;
  /** Sends an event that makes those before it worthless. */
  sendNewest: (event: Event) => void;
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
  const add = (event: Event) => {
    waiting.push(event);
    timer ??= setTimeout(flush, everyMs);
  };
  return {
    send: add,
    sendNewest: (event) => {
      waiting = [];
      add(event);
    },
    flush,
    drop: () => {
      waiting = [];
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
