// Run as a child process: appends numbered events as fast as it can and says which were recorded.
import { openProgressStore } from '../../src/store/progress-store.ts';

const [file = '', name = '', count = '0'] = process.argv.slice(2);
const store = openProgressStore({ file, now: () => new Date() });
for (let index = 0; index < Number(count); index += 1) {
  store.record({ kind: 'lab-started', lab: `${name}-${index}` });
  process.stdout.write(`${name}-${index}\n`);
}
