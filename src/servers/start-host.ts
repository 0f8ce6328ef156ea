import { basename } from 'node:path';
import type { StartResult } from '../model/server.ts';
import { explainEnd, type FailedStart } from './explain-end.ts';
import type { LoadOrder } from './host-message.ts';
import type { HostProcess } from './host-process.ts';
import { presentHost } from './host-server.ts';
import { explainTakenPort } from './taken-port.ts';

export type HostStart = {
  host: HostProcess;
  load: LoadOrder;
  deadlineMs: number;
  signal?: AbortSignal;
};

/** Has a host load a file and waits until it serves; a host that does not come up is stopped. */
export async function startHost(start: HostStart): Promise<StartResult> {
  const { host, load, deadlineMs, signal } = start;
  const startedAt = performance.now();
  const afterMs = () => Math.round(performance.now() - startedAt);
  const name = basename(load.file);
  const server = presentHost(host, load);
  const { promise, resolve } = Promise.withResolvers<Settled>();
  const stopListening = host.onMessage((message) => {
    if (message.kind === 'listening') resolve({ kind: 'listening', port: message.port });
    if (message.kind === 'broken') resolve(message);
    if (message.kind === 'port-taken') {
      resolve({
        kind: 'port-taken',
        ...explainTakenPort(message.port),
      });
    }
  });
  host.onEnd((end) => resolve(explainEnd(name, end, server.lastWords(), host.output())));
  const deadline = setTimeout(
    () =>
      resolve({
        kind: 'stuck',
        message: `${name} did not start within ${deadlineMs / 1000} seconds.`,
        remedy:
          'Look for a loop that never ends, or an await that takes too long, outside your routes.',
      }),
    deadlineMs,
  );
  const cancel = () =>
    resolve({ kind: 'cancelled', message: 'The start was cancelled.', remedy: 'Start it again.' });
  signal?.addEventListener('abort', cancel);
  if (signal?.aborted) cancel();
  host.order(load);
  const settled = await promise;
  stopListening();
  clearTimeout(deadline);
  signal?.removeEventListener('abort', cancel);
  if (settled.kind === 'listening') {
    return { kind: 'running', server: server.at(settled.port) };
  }
  await host.stop();
  return { ...settled, afterMs: afterMs(), output: host.output() };
}

type Settled = { kind: 'listening'; port: number } | FailedStart;
