import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What an app wants done before it is served, and after its last reply. */
export type Lifespan = { startup: () => Promise<void>; shutdown: () => Promise<void> };

/** How long requests in flight may take: the program ends what has not ended by itself half a second after it was asked to. */
const drainMs = 300;

/** The lifespan that a lab's app was made with; undefined for any other app. */
export function readLifespan(app: object): Lifespan | undefined {
  return 'lifespan' in app && isLifespan(app.lifespan) ? app.lifespan : undefined;
}

/** Takes no new connections, waits for the replies in flight, then runs the end of the lifespan. */
export async function stopGracefully(server: Server, lifespan: Lifespan): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection is idle once its reply is out, and Node would keep it for seconds.
  const closeIdle = setInterval(() => server.closeIdleConnections(), 10);
  await Promise.race([closed, wait(drainMs, undefined, { ref: false })]);
  clearInterval(closeIdle);
  await lifespan.shutdown();
}

function isLifespan(value: unknown): value is Lifespan {
  if (typeof value !== 'object' || value === null) return false;
  if (!('startup' in value && 'shutdown' in value)) return false;
  return typeof value.startup === 'function' && typeof value.shutdown === 'function';
}
