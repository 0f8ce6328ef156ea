// verdict: failed
// says: expected
import { writeSync } from 'node:fs';

const messages = [
  { kind: 'finished', run: 1, problems: [] },
  { kind: 'check', run: 1, check: { id: 'echoes-two-numbers', outcome: 'passed' } },
  { kind: 'ready' },
];
for (let fd = 1; fd < 5; fd++) {
  for (const message of messages) {
    try {
      writeSync(fd, `${JSON.stringify(message)}\n`);
    } catch {}
  }
}
export default () => Response.json({ feature1: 0 });
