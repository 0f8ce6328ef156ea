// verdict: failed
// says: no stringify
import { Hono } from 'hono';

JSON.stringify = () => {
  throw new Error('no stringify');
};
export default new Hono().post('/predict', (c) => c.json({}));
