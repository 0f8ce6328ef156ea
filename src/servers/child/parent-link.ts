import { Socket } from 'node:net';
import { type HostMessage, type HostOrder, hostOrder } from '../host-message.ts';
import { readMessageLines, toMessageLine } from '../message-lines.ts';

/** The pipe to the program. Not Node's own channel: a line that is no message would end the program itself. */
const messagePipe = 3;

/** The way to the program that started this host. */
export type ParentLink = {
  tell: (message: HostMessage) => void;
  onOrder: (listener: (order: HostOrder) => void) => void;
  /** Ends the process by a signal once all that was told is on its way. */
  endAfterTelling: (signal: NodeJS.Signals) => void;
  /** From now on the link alone does not keep the process alive. */
  release: () => void;
};

/** Opens the link; code loaded later knows neither its functions nor `process.send`. */
export function openParentLink(): ParentLink {
  const pipe = new Socket({ fd: messagePipe, readable: true, writable: true });
  const write = pipe.write.bind(pipe);
  const listeners = new Set<(order: HostOrder) => void>();
  readMessageLines(pipe, (value) => {
    const order = hostOrder.safeParse(value);
    if (order.success) for (const listener of listeners) listener(order.data);
  });
  let told = Promise.resolve();
  return {
    tell: (message) => {
      if (pipe.destroyed) return;
      told = new Promise((resolve) => {
        // On a line of its own, whatever a handler wrote to the pipe.
        write(`\n${toMessageLine(message)}`, () => resolve());
      });
    },
    endAfterTelling: (signal) => {
      void told.then(() => {
        process.removeAllListeners(signal);
        process.kill(process.pid, signal);
      });
    },
    onOrder: (listener) => listeners.add(listener),
    release: () => pipe.unref(),
  };
}
