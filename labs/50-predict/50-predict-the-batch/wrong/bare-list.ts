// rejected-by: predicts-each-row
// mistake: It sends the list itself, without a key.
import { Hono } from 'hono';
import { z } from 'zod';

/** Stands for a trained model: the class of each row. Leave it as it is. */
function predict(rows: number[][]): number[] {
  return rows.map(([feature1 = 0, feature2 = 0]) => (feature1 > feature2 ? 1 : 0));
}

const Row = z.array(z.number()).length(2);
const Batch = z.object({ rows: z.array(Row).min(1).max(100) });

const app = new Hono();

app.post('/predict-batch', async (c) => {
  const result = Batch.safeParse(await c.req.json());
  if (result.success) return c.json(predict(result.data.rows));
  const detail = result.error.issues.map(({ path, message }) => ({
    loc: ['body', ...path],
    msg: message,
  }));
  return c.json({ detail }, 422);
});

export default app;
