// verdict: failed
// says: may not write files
import { writeHeapSnapshot } from 'node:v8';

export default () => Response.json({ file: writeHeapSnapshot(`${process.env.CANARY}/x.heapsnapshot`) });
