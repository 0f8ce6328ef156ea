import { createServer } from 'node:net';

/** Ports below this one are kept for the administrator on most systems. */
const firstFreePort = 1024;
const maxMoves = 50;

/** Why a server cannot listen on a port, and what to do about it. */
export function explainTakenPort(port: number): { message: string; remedy: string } {
  const isReserved = port < firstFreePort;
  return {
    message: isReserved
      ? `Port ${port} is taken, or needs rights you do not have.`
      : `Port ${port} is already taken.`,
    remedy: `Stop what runs on port ${port}, or choose another port${isReserved ? `, from ${firstFreePort} up` : ''}.`,
  };
}

/** A loopback port that is free now: this one, or where `mayMove` the next that is; undefined when there is none. */
export async function choosePort(port: number, mayMove: boolean): Promise<number | undefined> {
  const last = mayMove && port > 0 ? Math.min(port + maxMoves, 65_535) : port;
  for (let candidate = port; candidate <= last; candidate++) {
    const bound = await tryPort(candidate);
    if (bound !== undefined) return bound;
  }
  return mayMove ? tryPort(0) : undefined;
}

function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = address !== null && typeof address === 'object' ? address.port : undefined;
      server.close(() => resolve(bound));
    });
  });
}
