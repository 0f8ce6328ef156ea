// verdict: stuck
// says: POST /predict was not answered within
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({}).refine(() => {
  for (;;) {}
});
export default new Hono().post('/predict', async (c) => c.json(Input.parse(await c.req.json())));
