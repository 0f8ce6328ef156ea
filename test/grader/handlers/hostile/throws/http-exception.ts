// verdict: failed
// says: the status: expected 200, received 418
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

export default new Hono().post('/predict', () => {
  throw new HTTPException(418, { message: 'a teapot' });
});
