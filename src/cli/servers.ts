import type { Exercise, Lab } from '../model/course.ts';
import type { RunningServer } from '../model/server.ts';
import type { Services } from '../ui/services.ts';
import { handlerEnv } from './grading.ts';

const preferredPort = 8000;

export type ServersOptions = {
  /** The path of a built entry, by its name in `dist`. */
  built: (name: string) => string;
  /** Where imports are looked up that a handler's own folder cannot resolve. */
  packageRoot: string;
  loadExercise: (id: string) => Promise<Exercise>;
  /** Fires when the program ends. */
  ending: AbortSignal;
  /** Takes what has to be closed before the program ends. */
  addCloser: (close: () => Promise<void>) => void;
};

/** Starts labs and handlers in play, and knows which of them run. */
export function openServers(
  options: ServersOptions,
): Pick<Services, 'runningLabs' | 'startLab' | 'startPlay'> {
  const { built, packageRoot, ending } = options;
  const running: Record<string, RunningServer> = {};
  const playPorts = new Map<string, number>();

  function forget(id: string, server: RunningServer): void {
    if (running[id] === server) delete running[id];
  }

  /** Lists a server as running until it is stopped, and has it stopped when the program ends. */
  function keepRunning(id: string, started: RunningServer): RunningServer {
    const server: RunningServer = {
      ...started,
      stop: () => {
        forget(id, server);
        return started.stop();
      },
    };
    running[id] = server;
    options.addCloser(server.stop);
    return server;
  }

  return {
    runningLabs: () => ({ ...running }),
    startLab: async (lab: Lab, port) => {
      const { startLab } = await import('../servers/start-lab.ts');
      const result = await startLab({
        serverFile: lab.serverFile,
        hostFile: built('host.js'),
        port,
        preferredPort,
        signal: ending,
      });
      if (result.kind !== 'running') return result;
      const server = keepRunning(lab.id, result.server);
      server.onEvent((event) => event.kind === 'ended' && forget(lab.id, server));
      return { ...result, server };
    },
    startPlay: async (play, port) => {
      const [{ startPlay }, { watchFile }] = await Promise.all([
        import('../servers/start-play.ts'),
        import('../machine/watch-file.ts'),
      ]);
      // Stopped and started again, it is where it was.
      if (port !== undefined) playPorts.set(play.file, port);
      const { exercise } = play;
      const env = exercise === undefined ? {} : handlerEnv(await options.loadExercise(exercise));
      const result = await startPlay({
        file: play.file,
        hostFile: built('host.js'),
        env,
        dependenciesFolder: packageRoot,
        port: playPorts.get(play.file),
        preferredPort,
        watchFile,
        signal: ending,
      });
      if (result.kind !== 'running') return result;
      return { ...result, server: keepRunning(play.file, result.server) };
    },
  };
}
