// verdict: stuck
// says: POST /predict was not answered within
import { spawn } from 'node:child_process';

export default () => {
  for (;;) {
    try {
      spawn('sleep', ['300']);
    } catch {}
  }
};
