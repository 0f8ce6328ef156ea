import { useEffect, useReducer, useRef } from 'react';
import type { Lab } from '../../model/course.ts';
import type { RunningServer } from '../../model/server.ts';
import { type LabRun, reduceLabRuns } from '../lab-runs.ts';
import type { Services } from '../services.ts';

export type LabStart =
  | { isOk: true; server: RunningServer }
  | { isOk: false; message: string; remedy: string };

/** The labs of this session and the two things done to them. */
export type LabRuns = {
  runs: Record<string, LabRun>;
  /** Starts a lab unless it runs. */
  start: (lab: Lab) => Promise<LabStart>;
  stop: (lab: string) => Promise<void>;
};

/** Keeps the log of every lab for as long as the app is open, whichever screen is shown. */
export function useLabRuns(services: Services): LabRuns {
  const [runs, send] = useReducer(reduceLabRuns, {});
  const listened = useRef(new Map<RunningServer, () => void>());
  const starting = useRef(new Map<string, Promise<LabStart>>());
  const stopping = useRef(new Map<string, Promise<void>>());

  useEffect(() => {
    const unsubscribes = listened.current;
    return () => {
      for (const unsubscribe of unsubscribes.values()) unsubscribe();
    };
  }, []);

  const follow = (lab: string, server: RunningServer): LabStart => {
    if (!listened.current.has(server)) {
      const unsubscribe = server.onEvent((event) => send({ kind: 'server', lab, event }));
      listened.current.set(server, unsubscribe);
      const { url, port, portNote } = server;
      send({ kind: 'changed', lab, state: { kind: 'running', url, port, portNote } });
    }
    return { isOk: true, server };
  };

  const launch = async (lab: Lab): Promise<LabStart> => {
    send({ kind: 'changed', lab: lab.id, state: { kind: 'starting' } });
    // Its port is free again once it is gone.
    await stopping.current.get(lab.id);
    const result = await services.startLab(lab);
    if (result.kind === 'running') {
      services.record({ kind: 'lab-started', lab: lab.id });
      return follow(lab.id, result.server);
    }
    const { message, remedy } = result;
    send({ kind: 'changed', lab: lab.id, state: { kind: 'failed', message, remedy } });
    return { isOk: false, message, remedy };
  };

  const start = (lab: Lab): Promise<LabStart> => {
    const running = services.runningLabs()[lab.id];
    if (running !== undefined && running.ended() === undefined) {
      return Promise.resolve(follow(lab.id, running));
    }
    const underWay = starting.current.get(lab.id);
    if (underWay !== undefined) return underWay;
    const launched = launch(lab)
      .catch((error: unknown): LabStart => {
        const message = error instanceof Error ? error.message : String(error);
        const remedy = 'Try again, or run api-labs doctor.';
        send({ kind: 'changed', lab: lab.id, state: { kind: 'failed', message, remedy } });
        return { isOk: false, message, remedy };
      })
      .finally(() => starting.current.delete(lab.id));
    starting.current.set(lab.id, launched);
    return launched;
  };

  const stop = async (lab: string): Promise<void> => {
    const server = services.runningLabs()[lab];
    send({ kind: 'changed', lab, state: { kind: 'stopped' } });
    if (server === undefined) return;
    listened.current.get(server)?.();
    listened.current.delete(server);
    const stopped = server.stop().finally(() => stopping.current.delete(lab));
    stopping.current.set(lab, stopped);
    await stopped;
  };

  return { runs, start, stop };
}
