import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

export type Service = 'orders' | 'stock';

/** One piece of work that has ended. `status` is 0 where no reply came. */
export type EndedSpan = {
  service: Service;
  name: string;
  trace_id: string;
  status: number;
  duration_ms: number;
  ended_at_ms: number;
};

export type NumberedSpan = EndedSpan & { number: number };

const newest = 200;

// #region traceparent
/** The trace id of a W3C `traceparent`, `00-<trace id>-<span id>-<flags>`; a new one where there is none that is valid. */
export function readTraceId(traceparent = ''): string {
  const [, traceId] =
    /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent) ?? [];
  return traceId ?? randomBytes(16).toString('hex');
}

/** The header that hands a trace on: its id, with a new id for the span that the next service belongs to. */
export function writeTraceparent(traceId: string): string {
  return `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
}
// #endregion

/** The trace that the code running now belongs to, also after an `await`. */
export const currentTrace = new AsyncLocalStorage<string>();

// #region spans
export type SpanLog = {
  /** Spans that belong to no trace are not kept. */
  add: (...spans: (EndedSpan | undefined)[]) => void;
  /** The newest spans with a number above `after`. */
  list: (after: number) => NumberedSpan[];
  /** Middleware that makes a span of each request, within the trace that the request names. */
  trace: MiddlewareHandler;
};

/** Keeps the spans of one service; another one's can be added. They are numbered when they are read, by their end. */
export function createSpanLog(service: Service): SpanLog {
  const waiting: EndedSpan[] = [];
  const numbered: NumberedSpan[] = [];
  let last = 0;

  function add(...spans: (EndedSpan | undefined)[]): void {
    waiting.push(...spans.filter((span) => span !== undefined));
  }

  function list(after: number): NumberedSpan[] {
    // In the same millisecond the one that was called has ended first.
    waiting.sort((a, b) => a.ended_at_ms - b.ended_at_ms || b.service.localeCompare(a.service));
    for (const span of waiting.splice(0)) numbered.push({ ...span, number: ++last });
    numbered.splice(0, numbered.length - newest);
    return numbered.filter(({ number }) => number > after);
  }

  const trace: MiddlewareHandler = async (c, next) => {
    const traceId = readTraceId(c.req.header('traceparent'));
    const end = startSpan(service, `${c.req.method} ${c.req.path}`, traceId);
    await currentTrace.run(traceId, next);
    add(end(c.res.status));
  };

  return { add, list, trace };
}

/** Begins a span; what is returned ends it. */
export function startSpan(service: Service, name: string, traceId: string | undefined) {
  const startedAtMs = performance.now();
  return (status: number): EndedSpan | undefined =>
    traceId === undefined
      ? undefined
      : {
          service,
          name,
          trace_id: traceId,
          status,
          duration_ms: Math.round((performance.now() - startedAtMs) * 10) / 10,
          ended_at_ms: Date.now(),
        };
}
// #endregion
