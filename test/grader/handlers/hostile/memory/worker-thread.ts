// verdict: broken
// says: used up its memory
import { Worker } from 'node:worker_threads';

export default async () => {
  new Worker('const kept = []; for (;;) kept.push({ n: [kept.length] });', { eval: true });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  return Response.json({});
};
