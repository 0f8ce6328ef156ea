// verdict: failed
// says: received 500
import { Hono } from 'hono';

console.error = () => {};
console.log = () => {
  throw new Error('no console');
};
export default new Hono().post('/predict', () => {
  throw new Error('silent failure');
});
