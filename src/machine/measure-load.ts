import autocannon from 'autocannon';
import type { PreparedRequest } from '../model/course.ts';

export type Load = {
  url: string;
  request: PreparedRequest;
  connections: number;
  durationMs: number;
  signal?: AbortSignal;
  /** Told every `sampleMs` how many replies came since it was told last. */
  onSample?: (requests: number, durationMs: number) => void;
};

export type LoadFigures = { requests: number; refused: number; p50Ms: number; p99Ms: number };

const sampleMs = 100;

/** Sends one request as often as it is answered, on several connections. Rejects when nothing listens. */
export function measureLoad(load: Load): Promise<LoadFigures> {
  const { url, request, connections, durationMs, signal, onSample } = load;
  const { promise, resolve, reject } = Promise.withResolvers<LoadFigures>();
  const startedAt = performance.now();
  let sampledAt = startedAt;
  const instance = autocannon(
    {
      url: url + request.path,
      method: request.method as autocannon.Request['method'],
      headers: request.headers,
      body: request.body,
      connections,
      duration: durationMs / 1000,
      sampleInt: sampleMs,
    },
    (error, result) => {
      signal?.removeEventListener('abort', stop);
      if (error) return reject(error);
      resolve({
        requests: result.requests.total,
        refused: result.non2xx + result.errors,
        p50Ms: result.latency.p50,
        p99Ms: result.latency.p99,
      });
    },
  );
  const stop = () => instance.stop();
  signal?.addEventListener('abort', stop);
  // The published types know neither the event's argument nor that it has one.
  const ticking: NodeJS.EventEmitter = instance;
  ticking.on('tick', ({ counter }: { counter: number }) => {
    const now = performance.now();
    onSample?.(counter, now - sampledAt);
    sampledAt = now;
  });
  return promise;
}
