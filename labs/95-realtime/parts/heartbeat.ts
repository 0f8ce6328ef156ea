import type { WebSocket } from 'ws';

const everyMs = 20_000;

/** Runs something again and again, until what it gives back is called. */
export type Every = (ms: number, run: () => void) => () => void;

/** By the clock; it alone does not keep the process alive. */
export const everyByTimer: Every = (ms, run) => {
  const timer = setInterval(run, ms).unref();
  return () => clearInterval(timer);
};

// #region heartbeat
/**
 * Pings the other side and ends the socket when it has not answered by the next ping: a cable that was pulled sends
 * no close. Uvicorn does so by itself; the `ws` package, and so `upgradeWebSocket`, does not.
 */
export function keepAlive(socket: WebSocket, every: Every = everyByTimer): void {
  let hasAnswered = true;
  socket.on('pong', () => {
    hasAnswered = true;
  });
  const stop = every(everyMs, () => {
    if (hasAnswered) {
      hasAnswered = false;
      socket.ping();
      return;
    }
    socket.close(1011, 'keepalive ping timeout');
    // Who does not answer a ping will not answer the close either.
    socket.terminate();
  });
  socket.on('close', stop);
}
// #endregion

/** What the context of `upgradeWebSocket` calls `raw`, if it is a socket of the `ws` package. */
export function isPingable(raw: unknown): raw is WebSocket {
  return typeof raw === 'object' && raw !== null && 'ping' in raw && 'terminate' in raw;
}
