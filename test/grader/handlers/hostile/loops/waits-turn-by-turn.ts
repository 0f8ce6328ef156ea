// verdict: stuck
// says: POST /predict was not answered within
import { setImmediate as nextTurn } from 'node:timers/promises';

export default async () => {
  while (true) await nextTurn();
};
