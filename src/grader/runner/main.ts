// The entry of the process that runs checks. It never loads a learner's code.
import { isRunOrder } from '../run-order.ts';
import { type RunNews, startVitest } from './vitest-session.ts';

process.on('disconnect', () => process.exit());

const tell = (message: RunNews) => {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
};
const session = startVitest(tell);
let queue = Promise.resolve();

process.on('message', (order) => {
  if (!isRunOrder(order)) return;
  queue = queue.then(async () => {
    try {
      const { run } = await session;
      await run(order);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      tell({ kind: 'finished', run: order.run, problems: [problem] });
    }
  });
});
