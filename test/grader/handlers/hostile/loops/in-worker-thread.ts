// verdict: failed
// says: the body: expected
import { Worker } from 'node:worker_threads';

new Worker('for (;;) {}', { eval: true });
export default () => Response.json({ feature1: 0 });
