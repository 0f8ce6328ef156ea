// verdict: stuck
// says: POST /predict was not answered within
import { Hono } from 'hono';

const reply = {
  toJSON() {
    for (;;) {}
  },
};
export default new Hono().post('/predict', (c) => c.json(reply));
