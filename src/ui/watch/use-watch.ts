import { setTimeout } from 'node:timers/promises';
import { useEffect, useReducer, useRef } from 'react';
import { span } from '../../layout/width.ts';
import type { LabWatch } from '../../model/course.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Line } from '../../model/lines.ts';
import { pace } from '../pace.ts';
import type { Room } from '../room.ts';
import type { Services } from '../services.ts';
import { layoutLatencies, noLatencies, reduceLatencies } from './latencies.ts';
import { addSpans, layoutServices, noServices, readBreaker, readSpans } from './spans.ts';

export type Watch = {
  lines: (room: Room) => Line[];
  /** Marks a request of the learner's where it belongs in time. */
  markSent: (text: string) => void;
  markAnswered: (exchange: Exchange) => void;
};

/** The route whose time the async lab is about, and the two services of the microservices lab. */
const probe = 'GET /health';
const services = ['orders', 'stock'] as const;

const probeEveryMs = 50;
const askEveryMs = 250;
/** As often as a wait that goes on is drawn. */
const drawEveryMs = 100;

type Events = Parameters<typeof reduceLatencies>[1];

/** Watches a lab while `url` is there: its panel, and what is told to it. */
export function useWatch(
  kind: LabWatch | undefined,
  url: string | undefined,
  send: Services['send'],
): Watch {
  const [latencies, tell] = useReducer(reduceLatencies, noLatencies);
  const [traced, add] = useReducer(
    (state: typeof noServices, change: (state: typeof noServices) => typeof noServices) =>
      change(state),
    noServices,
  );
  const beganAt = useRef(performance.now());
  const nowMs = () => performance.now() - beganAt.current;
  const sending = useRef(send);
  sending.current = send;

  useEffect(() => {
    if (url === undefined) return;
    const ending = new AbortController();
    const { signal } = ending;
    const ask = (path: string) =>
      sending.current(url, { method: 'GET', path, headers: { [quietHeader]: 'yes' } }, { signal });
    const clock = () => performance.now() - beganAt.current;
    if (kind === 'latencies') void probeOn(ask, tell, clock, signal);
    if (kind === 'spans') void followSpans(ask, add, signal);
    return () => ending.abort();
  }, [kind, url]);

  return {
    lines: (room) => {
      if (url === undefined) return [[span('Not running: s starts it.', 'muted')]];
      return kind === 'spans'
        ? layoutServices(traced, services, room)
        : layoutLatencies(latencies, probe, room);
    },
    markSent: (text) => tell({ kind: 'marked', atMs: nowMs(), text }),
    markAnswered: ({ durationMs }) => tell({ kind: 'mark-answered', durationMs }),
  };
}

/** What is asked with it is not in the lab's log: it is how the panel looks, not what the learner did. */
const quietHeader = 'x-api-labs-watch';

type Ask = (path: string) => Promise<Exchange>;

async function probeOn(
  ask: Ask,
  tell: (event: Events) => void,
  clock: () => number,
  signal: AbortSignal,
): Promise<void> {
  const paced = pace(tell, drawEveryMs);
  while (!signal.aborted) {
    const sentAtMs = clock();
    const tellSoFar = () => paced.send({ kind: 'waited', sentAtMs, nowMs: clock() });
    const drawing = setInterval(tellSoFar, drawEveryMs);
    await ask(probe.split(' ')[1] ?? '/');
    clearInterval(drawing);
    tellSoFar();
    await pause(probeEveryMs, signal);
  }
  paced.drop();
}

async function followSpans(
  ask: Ask,
  add: (change: (state: typeof noServices) => typeof noServices) => void,
  signal: AbortSignal,
): Promise<void> {
  let newest = 0;
  while (!signal.aborted) {
    const [breaker, spans] = await Promise.all([ask('/breaker'), ask(`/spans?after=${newest}`)]);
    if (signal.aborted) return;
    const found = readSpans(spans.response?.json);
    newest = Math.max(newest, ...found.map(({ number }) => number));
    const state = readBreaker(breaker.response?.json);
    add((known) => addSpans(known, found, state));
    await pause(askEveryMs, signal);
  }
}

/** Waits, or not when it is over. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return setTimeout(ms, undefined, { signal }).catch(() => {});
}
