// verdict: failed
// says: the body: expected
import { Worker } from 'node:worker_threads';

export default async () => {
  const worker = new Worker('process.exit(0)', { eval: true });
  await new Promise((resolve) => worker.once('exit', resolve));
  return Response.json({ feature1: 0 });
};
