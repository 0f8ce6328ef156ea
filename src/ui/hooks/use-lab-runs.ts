import { useEffect, useReducer, useRef } from 'react';
import type { Lab } from '../../model/course.ts';
import type { Play } from '../../model/play.ts';
import type { RunningServer, StartResult } from '../../model/server.ts';
import { type LabRun, reduceLabRuns } from '../lab-runs.ts';
import type { Services } from '../services.ts';

export type LabStart =
  | { isOk: true; server: RunningServer }
  | { isOk: false; message: string; remedy: string };

/** The labs of this session and the handlers in play, with what is done to them. */
export type LabRuns = {
  /** By the id of a lab, or the file of a handler. */
  runs: Record<string, LabRun>;
  /** Starts a lab unless it runs. */
  start: (lab: Lab) => Promise<LabStart>;
  /** Puts a handler in play unless it is; not ok while it cannot be loaded. */
  play: (play: Play) => Promise<LabStart>;
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

  const follow = async (id: string, server: RunningServer): Promise<LabStart> => {
    if (!listened.current.has(server)) {
      const { url, port, portNote } = server;
      const state = { kind: server.settled === undefined ? 'running' : 'starting' } as const;
      send({ kind: 'changed', lab: id, state: { ...state, url, port, portNote } });
      const unsubscribe = server.onEvent((event) => send({ kind: 'server', lab: id, event }));
      listened.current.set(server, unsubscribe);
    }
    const downtime = await server.settled?.();
    return downtime === undefined ? { isOk: true, server } : { isOk: false, ...downtime };
  };

  const launch = async (id: string, startServer: () => Promise<StartResult>): Promise<LabStart> => {
    send({ kind: 'changed', lab: id, state: { kind: 'starting' } });
    // Its port is free again once it is gone.
    await stopping.current.get(id);
    const result = await startServer();
    if (result.kind === 'running') return follow(id, result.server);
    const { message, remedy } = result;
    send({ kind: 'changed', lab: id, state: { kind: 'failed', message, remedy } });
    return { isOk: false, message, remedy };
  };

  const serve = (id: string, startServer: () => Promise<StartResult>): Promise<LabStart> => {
    const running = services.runningLabs()[id];
    if (running !== undefined && running.ended() === undefined) return follow(id, running);
    const underWay = starting.current.get(id);
    if (underWay !== undefined) return underWay;
    const launched = launch(id, startServer)
      .catch((error: unknown): LabStart => {
        const message = error instanceof Error ? error.message : String(error);
        const remedy = 'Try again, or run api-labs doctor.';
        send({ kind: 'changed', lab: id, state: { kind: 'failed', message, remedy } });
        return { isOk: false, message, remedy };
      })
      .finally(() => starting.current.delete(id));
    starting.current.set(id, launched);
    return launched;
  };

  const start = (lab: Lab) =>
    serve(lab.id, async () => {
      const result = await services.startLab(lab);
      if (result.kind === 'running') services.record({ kind: 'lab-started', lab: lab.id });
      return result;
    });
  const play = (wanted: Play) => serve(wanted.file, () => services.startPlay(wanted));

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

  return { runs, start, play, stop };
}
