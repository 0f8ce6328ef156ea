// The entry of the process that runs checks. It never loads a learner's code.
import { isRunOrder } from '../run-order.ts';
import { openTargetNews } from './target-news.ts';
import type { RunNews } from './vitest-session.ts';

// Before Vitest is loaded: whoever started this may be gone by the time it is.
process.on('disconnect', () => process.exit());

const tell = (message: RunNews) => {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
};
const session = import('./vitest-session.ts').then(({ startVitest }) => startVitest(tell));
// Each order reports a failed start; without one nobody asks.
session.catch(() => {});
const target = openTargetNews();
let queue = Promise.resolve();

process.on('message', (order) => {
  if (!isRunOrder(order)) return;
  if (order.kind !== 'run') {
    target.announce(order.kind === 'target' ? order : { run: order.run });
    return;
  }
  queue = queue.then(async () => {
    try {
      const { run } = await session;
      await run(order);
      target.forget();
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      tell({ kind: 'finished', run: order.run, problems: [problem] });
    }
  });
});
