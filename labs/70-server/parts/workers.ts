// The lab in several processes on one port, as `uvicorn main:app --workers 4`: `node parts/workers.ts [count] [port]`.
import cluster from 'node:cluster';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const [count = availableParallelism(), port = 8000] = process.argv.slice(2).map(Number);

// #region workers
cluster.setupPrimary({
  exec: fileURLToPath(new URL('serve.ts', import.meta.url)),
  args: [String(port)],
});
for (let started = 0; started < count; started++) cluster.fork();

// A worker that served and has died is replaced. One that never came up would not do so the next time.
let isStopping = false;
cluster.on('listening', (worker) => {
  worker.once('exit', () => {
    if (!isStopping) cluster.fork();
  });
});
// #endregion

// #region shutdown
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

function stop(): void {
  isStopping = true;
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
}
// #endregion
