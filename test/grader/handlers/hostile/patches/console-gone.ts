// verdict: broken
// says: console is not defined
import { Hono } from 'hono';

delete (globalThis as Partial<typeof globalThis>).console;
export default new Hono().post('/predict', (c) => {
  console.log('hello');
  return c.json({});
});
