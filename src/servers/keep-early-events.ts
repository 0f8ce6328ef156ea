import type { ServerEvent } from '../model/server.ts';

/** Events for listeners; what is told before there is one waits for the first. */
export function keepEarlyEvents() {
  const listeners = new Set<(event: ServerEvent) => void>();
  const early: ServerEvent[] = [];
  return {
    tell: (event: ServerEvent) => {
      if (listeners.size === 0) early.push(event);
      for (const listener of listeners) listener(event);
    },
    onEvent: (listener: (event: ServerEvent) => void) => {
      listeners.add(listener);
      for (const event of early.splice(0)) listener(event);
      return () => listeners.delete(listener);
    },
  };
}
