// verdict: broken
// says: may not write files
import { Worker } from 'node:worker_threads';

export default async () => {
  new Worker(`require('node:fs').writeFileSync(${JSON.stringify(`${process.env.CANARY}/written`)}, 'x')`, { eval: true });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return Response.json({});
};
