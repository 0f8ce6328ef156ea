import { type HostProcess, spawnHost } from './host-process.ts';

/** A host process kept ready for the next handler, so that a save is answered sooner. */
export type SpareHost = {
  /** Starts one ahead unless there is one. */
  prepare: () => void;
  /** The one that is ready, if it still lives; it is the caller's from then on. */
  take: () => HostProcess | undefined;
  close: () => Promise<void>;
};

export function createSpareHost(hostFile: string): SpareHost {
  let ready: HostProcess | undefined;
  return {
    prepare: () => {
      if (ready !== undefined) return;
      const host = spawnHost(hostFile);
      ready = host;
      host.onEnd(() => {
        if (ready === host) ready = undefined;
      });
    },
    take: () => {
      const host = ready;
      ready = undefined;
      return host;
    },
    close: async () => {
      const host = ready;
      ready = undefined;
      await host?.stop();
    },
  };
}
