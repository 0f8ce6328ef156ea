// verdict: failed
// says: may not start other programs
import { fork } from 'node:child_process';

export default () => {
  for (;;) fork(import.meta.filename);
};
