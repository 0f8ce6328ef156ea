// verdict: failed
// says: expected
import { writeSync } from 'node:fs';

for (let fd = 1; fd < 5; fd++) {
  try {
    writeSync(fd, '{not json\n\0\n[]\nnull\n');
  } catch {}
}
export default () => Response.json({ feature1: 0 });
