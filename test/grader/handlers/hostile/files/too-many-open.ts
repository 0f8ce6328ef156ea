// verdict: broken
// says: EMFILE: too many open files
import { openSync } from 'node:fs';

try {
  for (;;) openSync(import.meta.filename);
} catch {}
export default () => Response.json({ feature1: 0 });
