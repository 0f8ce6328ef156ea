import { z } from '@hono/zod-openapi';
import type { Mode } from './stock.ts';
import type { StockProcess } from './stock-process.ts';
import type { SpanLog } from './tracing.ts';

type StockMode = z.infer<typeof Mode>;

/** Longer than stock needs to finish what it has in hand. */
const timeoutMs = 8000;

const collectedSpans = z.array(
  z.object({
    number: z.int(),
    service: z.literal('stock'),
    name: z.string(),
    trace_id: z.string(),
    status: z.int(),
    duration_ms: z.number(),
    ended_at_ms: z.int(),
  }),
);

/** What the lab does to stock, beside calling it as any client would. */
export type StockControl = {
  mode: () => StockMode;
  /** Once it resolves nothing is left in hand from before. `down` ends the process; any other mode starts it again. */
  setMode: (mode: StockMode) => Promise<void>;
  /** Brings stock's new spans into the log of orders; none while stock cannot be asked. */
  collectSpans: () => Promise<void>;
};

export function createStockControl(stock: StockProcess, spans: SpanLog): StockControl {
  let mode: StockMode = 'ok';
  let changing = Promise.resolve();
  let collected = { url: '', number: 0 };

  async function collectSpans(): Promise<void> {
    const url = await stock.runningUrl();
    if (url === undefined) return;
    const after = url === collected.url ? collected.number : 0;
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const reply = await fetch(`${url}/spans?after=${after}`, { signal });
      for (const span of collectedSpans.parse(await reply.json())) {
        // Whoever asked at the same time may have brought it.
        if (url === collected.url && span.number <= collected.number) continue;
        spans.add(span);
        collected = { url, number: span.number };
      }
    } catch {
      // It ended meanwhile.
    }
  }

  async function change(wanted: StockMode): Promise<void> {
    const url = wanted === 'down' ? await stock.runningUrl() : await stock.start();
    if (url !== undefined) {
      await fetch(`${url}/mode`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mode: wanted }),
        signal: AbortSignal.timeout(timeoutMs),
      });
    }
    if (wanted === 'down') {
      await collectSpans();
      await stock.kill();
    }
    mode = wanted;
  }

  return {
    mode: () => mode,
    setMode: (wanted) => {
      const changed = changing.then(() => change(wanted));
      changing = changed.catch(() => {});
      return changed;
    },
    collectSpans,
  };
}
