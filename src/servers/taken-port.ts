import { tryPort } from './probe.ts';

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
