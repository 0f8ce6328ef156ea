import { setFlagsFromString } from 'node:v8';
import { type Instance, render } from 'ink';
import { App } from './app.tsx';
import { FailureBoundary } from './components/failure-boundary.tsx';
import type { Screen } from './screen.ts';
import type { Services } from './services.ts';
import { readTheme } from './theme.ts';

export type RunAppOptions = {
  services: Services;
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  initialScreen?: Screen;
};

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs the terminal app until the learner leaves it; the terminal is then as it was. After a crash
 * one message is on stderr and `process.exitCode` is 1; after a signal it is 128 and the signal's number.
 */
export async function runApp(options: RunAppOptions): Promise<void> {
  const { services, stdin, stdout } = options;
  let failure: { error: unknown } | undefined;
  let instance: Instance | undefined;
  const fail = (error: unknown) => {
    failure ??= { error };
    instance?.unmount();
  };
  instance = render(
    <FailureBoundary onFailure={fail}>
      <App
        services={services}
        theme={readTheme(process.env)}
        initialScreen={options.initialScreen ?? firstScreen(services)}
      />
    </FailureBoundary>,
    {
      stdin,
      stdout,
      interactive: true,
      alternateScreen: true,
      incrementalRendering: true,
      maxFps: 60,
      isScreenReaderEnabled: false,
    },
  );
  // Else V8 lets the room for new objects grow to 32 MB, which a start may use and small screens never need.
  setFlagsFromString('--semi-space-growth-factor=1');
  const endings = Object.entries(signals).map(([signal, exitCode]) => {
    const end = () => {
      process.exitCode = exitCode;
      instance?.unmount();
    };
    process.on(signal, end);
    return () => process.off(signal, end);
  });
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  try {
    if (failure !== undefined) instance.unmount();
    await instance.waitUntilExit();
  } catch (error) {
    failure ??= { error };
  } finally {
    process.off('uncaughtException', fail);
    process.off('unhandledRejection', fail);
    for (const forget of endings) forget();
  }
  if (failure === undefined) return;
  process.exitCode = 1;
  process.stderr.write(crashMessage(failure.error, services.version));
}

function firstScreen(services: Services): Screen {
  // Whoever looked around before has seen the question; every exercise asks it again.
  const { lessons } = services.courseIndex;
  const isNew =
    services.readProgress().lastActiveAt === undefined &&
    lessons.every(({ id }) => services.readPlaces(id) === undefined);
  return isNew && services.workspace().kind === 'none' ? { name: 'welcome' } : { name: 'home' };
}

function crashMessage(error: unknown, version: string): string {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];
  return [
    `api-labs ${version} had to stop: ${reason}`,
    'Your progress is saved. Start it again with api-labs; if it happens again, run api-labs doctor.',
    '',
  ].join('\n');
}
