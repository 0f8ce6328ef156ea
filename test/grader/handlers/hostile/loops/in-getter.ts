// verdict: stuck
// says: POST /predict was not answered within
import { Hono } from 'hono';

const reply = {
  get feature1() {
    for (;;) {}
  },
};
export default new Hono().post('/predict', (c) => c.json(reply));
