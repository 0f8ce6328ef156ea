import { type HostMessage, type HostOrder, hostOrder } from '../host-message.ts';

/** The way to the program that started this host. */
export type ParentLink = {
  tell: (message: HostMessage) => void;
  onOrder: (listener: (order: HostOrder) => void) => void;
  /** Ends the process by a signal once all that was told is on its way. */
  endAfterTelling: (signal: NodeJS.Signals) => void;
  /** From now on the link alone does not keep the process alive. */
  release: () => void;
};

/** Takes the link over, so that code loaded later cannot speak in the host's name. */
export function openParentLink(): ParentLink {
  const send = process.send?.bind(process);
  if (send === undefined) throw new Error('A host runs only as a child process.');
  process.send = undefined;
  const channel = process.channel;
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  let told = Promise.resolve();
  return {
    tell: (message) => {
      if (!process.connected) return;
      told = new Promise((resolve) => {
        send(message, undefined, undefined, () => resolve());
      });
    },
    endAfterTelling: (signal) => {
      const end = () => {
        process.removeAllListeners(signal);
        process.kill(process.pid, signal);
      };
      void told.then(end);
    },
    onOrder: (listener) => {
      process.on('message', (value) => {
        const order = hostOrder.safeParse(value);
        if (order.success) listener(order.data);
      });
    },
    release: () => channel?.unref(),
  };
}
