// verdict: stuck
// says: POST /predict was not answered within
import { Hono } from 'hono';

const app = new Hono();
app.use(async (_c, next) => {
  await next();
  for (;;) {}
});
app.post('/predict', (c) => c.json({}));
export default app;
