// verdict: failed
// says: expected
import { writeSync } from 'node:fs';

const piece = 'x'.repeat(1_000_000);
for (let fd = 3; fd < 5; fd++) {
  try {
    for (let n = 0; n < 100; n++) writeSync(fd, piece);
  } catch {}
}
export default () => Response.json({ feature1: 0 });
