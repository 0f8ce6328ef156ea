import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from '@hono/zod-openapi';

const listening = z.object({ port: z.int() });

/** The process that serves stock, started when it is first needed. */
export type StockProcess = {
  /** Where it answers, or answered until it ended. */
  url: () => Promise<string>;
  /** Undefined while it has not been started, or has ended. */
  runningUrl: () => Promise<string> | undefined;
  /** Starts it again unless it runs. */
  start: () => Promise<string>;
  /** Ends it at once. */
  kill: () => Promise<void>;
};

/**
 * Knows how to start `parts/stock.process` beside the module of this URL, `server.ts` in the source and `server.js`
 * when it is built. The channel between the two closes when this process is gone, however it ended, and that ends
 * the other one; it keeps nobody waiting.
 */
export function createStockProcess(serverUrl: string): StockProcess {
  const file = new URL(`./parts/stock.process${extname(serverUrl)}`, serverUrl);
  let child: ChildProcess | undefined;
  let url: Promise<string> | undefined;

  const isRunning = () =>
    child !== undefined && child.exitCode === null && child.signalCode === null;

  async function waitForPort(started: ChildProcess): Promise<string> {
    const ended = once(started, 'exit').then(() => {
      throw new Error('The stock service ended before it listened.');
    });
    const [message] = await Promise.race([once(started, 'message'), ended]);
    started.unref();
    started.channel?.unref();
    return `http://127.0.0.1:${listening.parse(message).port}`;
  }

  function start(): Promise<string> {
    if (url !== undefined && isRunning()) return url;
    child = fork(fileURLToPath(file), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: ['--disable-warning=SecurityWarning', '--disable-warning=ExperimentalWarning'],
    });
    url = waitForPort(child);
    return url;
  }

  return {
    url: () => url ?? start(),
    runningUrl: () => (isRunning() ? url : undefined),
    start,
    kill: async () => {
      if (child === undefined || !isRunning()) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
