import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { docsPaths } from '../../kit/docs.ts';

/** Upper bounds of the histogram's buckets, in seconds. */
const boundsSeconds = [0.001, 0.005, 0.025, 0.1, 0.5];

type Measured = {
  /** How many replies there were of each status. */
  statuses: Map<number, number>;
  /** How many replies took longer than the bound before, and at most as long as this one. */
  buckets: number[];
  sumSeconds: number;
  count: number;
};

/** What Prometheus asks of a server: how many replies it gave, with which status, and how long they took. */
export type Metrics = {
  /** Middleware that notes each reply. It touches no body. */
  countRequests: MiddlewareHandler;
  /** All of it in Prometheus's text format. */
  write: () => string;
};

// #region metrics
/**
 * Counts in memory, by the paths of routes, which have no parameters here: where no route fits it is `other`, or a
 * scanner could fill the memory.
 */
export function createMetrics(app: OpenAPIHono): Metrics {
  const measured = new Map<string, Measured>();
  let known: Set<string> | undefined;

  function find(path: string): Measured {
    // Asked for at the first request, when all routes are there.
    known ??= listPaths(app);
    const name = known.has(path) ? path : 'other';
    const found = measured.get(name) ?? {
      statuses: new Map(),
      buckets: boundsSeconds.map(() => 0),
      sumSeconds: 0,
      count: 0,
    };
    measured.set(name, found);
    return found;
  }

  function observe(path: string, status: number, seconds: number): void {
    const entry = measured.get(path) ?? find(path);
    entry.statuses.set(status, (entry.statuses.get(status) ?? 0) + 1);
    const bucket = boundsSeconds.findIndex((bound) => seconds <= bound);
    if (bucket !== -1) entry.buckets[bucket] = (entry.buckets[bucket] ?? 0) + 1;
    entry.sumSeconds += seconds;
    entry.count++;
  }

  return {
    countRequests: async (c, next) => {
      const startedAtMs = performance.now();
      let status = 500; // What an error becomes, outside of all middleware.
      try {
        await next();
        status = c.res.status;
      } finally {
        observe(c.req.path, status, (performance.now() - startedAtMs) / 1000);
      }
    },
    write: () => {
      const paths = [...measured].sort(([one], [other]) => (one < other ? -1 : 1));
      return [
        '# HELP http_requests_total Requests answered.',
        '# TYPE http_requests_total counter',
        ...paths.flatMap(([path, { statuses }]) => writeCounts(path, statuses)),
        '# HELP http_request_duration_seconds Time until there was a reply.',
        '# TYPE http_request_duration_seconds histogram',
        ...paths.flatMap(([path, entry]) => writeHistogram(path, entry)),
        '',
      ].join('\n');
    },
  };
}
// #endregion

/** Middleware is listed too, under ALL; the pages of the docs are no routes of the API. */
function listPaths(app: OpenAPIHono): Set<string> {
  const routes = app.routes.filter(({ method }) => method !== 'ALL');
  const paths = new Set(routes.map(({ path }) => path));
  for (const path of docsPaths) paths.delete(path);
  return paths;
}

function writeCounts(path: string, statuses: ReadonlyMap<number, number>): string[] {
  return [...statuses]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `http_requests_total{path="${path}",status="${status}"} ${count}`);
}

function writeHistogram(path: string, { buckets, sumSeconds, count }: Measured): string[] {
  const name = 'http_request_duration_seconds';
  // Prometheus wants in each bucket also what is in the ones before it. Adding up is left to the one who reads.
  const upTo = (index: number) => buckets.slice(0, index + 1).reduce((sum, more) => sum + more, 0);
  return [
    ...boundsSeconds.map(
      (bound, index) => `${name}_bucket{path="${path}",le="${bound}"} ${upTo(index)}`,
    ),
    `${name}_bucket{path="${path}",le="+Inf"} ${count}`,
    `${name}_sum{path="${path}"} ${sumSeconds}`,
    `${name}_count{path="${path}"} ${count}`,
  ];
}
