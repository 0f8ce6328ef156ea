import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', async (c) => {
  // Say what the body must look like, check it, and answer with what was checked.
  return c.json({ detail: 'Not written yet' }, 501);
});

export default app;
