import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import type { Period } from '../../model/exchange.ts';

const tickMs = 10;
/** A shorter stay is what every request takes. */
const noticedMs = 25;
/** Of a stay on the loop that is waiting in truth, the system had no processor to spare. */
const activeShare = 0.8;
const maxPeriods = 200;

const busy: Period[] = [];
let underWay = 0;
let timer: NodeJS.Timeout | undefined;
let lastMs = 0;
let lastUse: EventLoopUtilization;

/** Watches the event loop until the request is over that has just come in: `performance.now()`. */
export function beginLoopWatch(): number {
  underWay++;
  if (underWay === 1) {
    lastMs = performance.now();
    lastUse = performance.eventLoopUtilization();
    timer = setInterval(tick, tickMs).unref();
  }
  return performance.now();
}

/** When the loop was held by one piece of work while a request was under way, in ms since the request came in. */
export function endLoopWatch(startedAtMs: number): Period[] {
  tick();
  underWay--;
  if (underWay === 0) clearInterval(timer);
  const since = (ms: number) => Math.max(0, Math.round((ms - startedAtMs) * 100) / 100);
  const found = busy
    .filter(({ toMs }) => toMs > startedAtMs)
    .map(({ fromMs, toMs }) => ({ fromMs: since(fromMs), toMs: since(toMs) }));
  if (underWay === 0) busy.length = 0;
  return found;
}

/** A tick that comes late, while the loop did not wait for anything, was kept off the loop. */
function tick(): void {
  const nowMs = performance.now();
  const passedMs = nowMs - lastMs;
  const { active } = performance.eventLoopUtilization(lastUse);
  if (passedMs >= noticedMs && active >= passedMs * activeShare) {
    busy.push({ fromMs: lastMs, toMs: nowMs });
    if (busy.length > maxPeriods) busy.shift();
  }
  lastMs = nowMs;
  lastUse = performance.eventLoopUtilization();
}
