import { Socket } from 'node:net';
import { type HostMessage, type HostOrder, hostOrder } from '../host-message.ts';
import { readMessageLines, toMessageLine } from '../message-lines.ts';

/** The pipe to the program. Not Node's own channel: a line that is no message would end the program itself. */
const messagePipe = 3;

/** The way to the program that started this host. */
export type ParentLink = {
  tell: (message: HostMessage) => void;
  onOrder: (listener: (order: HostOrder) => void) => void;
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
  return {
    tell: (message) => {
      // On a line of its own, whatever a handler wrote to the pipe.
      if (!pipe.destroyed) write(`\n${toMessageLine(message)}`);
    },
    onOrder: (listener) => listeners.add(listener),
    release: () => pipe.unref(),
  };
}
