// The entry of a child process that loads one handler or lab and serves it.
import { stripTypeScriptTypes } from 'node:module';
import { dirname } from 'node:path';
import type { LoadOrder } from '../host-message.ts';
import { reportThrown } from './answer.ts';
import { recordExchanges } from './exchange-recorder.ts';
import { guardLab } from './guard-lab.ts';
import { reportLastWords } from './last-words.ts';
import { stopGracefully } from './lifespan.ts';
import { createFetchServer, listenOn } from './listen.ts';
import { loadHandler, withOwnServer } from './load-handler.ts';
import { addModuleHooks } from './module-hooks.ts';
import { openParentLink } from './parent-link.ts';
import { rehearse } from './rehearse.ts';
import { withStages } from './stage-recorder.ts';
import { stayInside } from './stay-inside.ts';
import { startWatchdog } from './watchdog.ts';
import { closeWebSockets } from './web-sockets.ts';

const watchdogPipe = 4;
/** Whoever is in a hurry has given the order by then. */
const idleAfterMs = 50;

const parent = openParentLink();
let switchRecording: ((isOn: boolean) => void) | undefined;
let isRecordingWanted = false;

parent.onOrder((order) => {
  if (order.kind === 'load') {
    load(order);
    return;
  }
  isRecordingWanted = order.isOn;
  switchRecording?.(order.isOn);
});
const watching = startWatchdog(watchdogPipe);
// What every handler needs is loaded while the order is still on its way.
const preloaded = Promise.all([import('hono'), import('zod')]).then(() => {
  stripTypeScriptTypes('');
});

// A host that waits for its order uses the time.
let isOrdered = false;
let rehearsal: Promise<void> | undefined;
setTimeout(async () => {
  await preloaded;
  if (!isOrdered) rehearsal = rehearse(() => isOrdered);
}, idleAfterMs).unref();

async function load(order: LoadOrder): Promise<void> {
  isOrdered = true;
  await Promise.all([watching, preloaded, rehearsal]);
  Object.assign(process.env, order.env);
  process.chdir(dirname(order.file));
  addModuleHooks(order.dependenciesFolder);
  const lastWords = reportLastWords(order.file, parent.tell);
  let isLoading = true;
  process.on('exit', () => {
    if (isLoading) lastWords.say('unfinished', new Error('an await at the top level never ends'));
  });
  parent.release();
  const inside = stayInside();
  const handler = await loadHandler(order.file);
  isLoading = false;
  if (handler.kind === 'unplaced') {
    lastWords.crash(handler.error);
    return;
  }
  if (handler.kind === 'broken') {
    parent.tell(inside.hasListened() ? withOwnServer(handler.report) : handler.report);
    return;
  }
  const reported =
    order.role === 'lab' ? handler.fetch : reportThrown(handler.fetch, order.file, parent.tell);
  const fetch = order.role === 'handler' ? reported : withStages(guardLab(reported));
  const server = createFetchServer(fetch);
  if (order.role !== 'handler') {
    const recorder = recordExchanges(server, (exchanges) =>
      parent.tell({ kind: 'exchanges', exchanges }),
    );
    recorder.switchTo(isRecordingWanted || order.role === 'play');
    switchRecording = recorder.switchTo;
    process.on('SIGTERM', async () => {
      await closeWebSockets(server);
      if (handler.lifespan !== undefined) await stopGracefully(server, handler.lifespan);
      recorder.flush();
      parent.endAfterTelling('SIGTERM');
    });
  }
  const port = await listenOn(server, order.port, order.mayMove);
  if (port === undefined) parent.tell({ kind: 'port-taken', port: order.port });
  else parent.tell({ kind: 'listening', port });
}
