import type { IncomingMessage } from 'node:http';
import type { Exchange } from '../../model/exchange.ts';
import { beginLoopWatch, endLoopWatch } from './loop-watch.ts';
import { keepStages, readStages } from './stage-recorder.ts';

/** What is known of a request at its end, apart from what went over the wire. */
export type Trace = Pick<Exchange, 'durationMs' | 'clientPort' | 'stages' | 'busy'>;

/** Notes when a request came in; what is returned is asked once, at its end. */
export function traceRequest(request: IncomingMessage): () => Trace {
  const startedAtMs = beginLoopWatch();
  keepStages(request);
  const clientPort = request.socket.remotePort;
  return () => {
    const stages = readStages(request, startedAtMs);
    return {
      durationMs: Math.round((performance.now() - startedAtMs) * 100) / 100,
      ...(clientPort === undefined ? {} : { clientPort }),
      ...(stages === undefined ? {} : { stages }),
      busy: endLoopWatch(startedAtMs),
    };
  };
}
