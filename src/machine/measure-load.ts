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

/**
 * Sends one request as often as it is answered, on several connections. `refused` counts what was no 2xx, and requests
 * that nobody answered.
 */
export function measureLoad(load: Load): Promise<LoadFigures> {
  const { url, request, connections, durationMs, signal, onSample } = load;
  const { promise, resolve, reject } = Promise.withResolvers<LoadFigures>();
  let sampledAt = performance.now();
  let answered = 0;
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
      clearInterval(sampling);
      sample();
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
  // Its own `tick` comes once a second, and counts no more than the last sample.
  instance.on('response', () => {
    answered += 1;
  });
  const sample = () => {
    const now = performance.now();
    onSample?.(answered, now - sampledAt);
    answered = 0;
    sampledAt = now;
  };
  const sampling = setInterval(sample, sampleMs);
  return promise;
}
