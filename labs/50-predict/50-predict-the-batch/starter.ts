import { Hono } from 'hono';
import { z } from 'zod';

/** Stands for a trained model: the class of each row. Leave it as it is. */
function predict(rows: number[][]): number[] {
  return rows.map(([feature1 = 0, feature2 = 0]) => (feature1 > feature2 ? 1 : 0));
}

// This takes a list of anything. What is a row, and how many of them may there be?
const Batch = z.object({ rows: z.array(z.unknown()) });

const app = new Hono();

app.post('/predict-batch', async (c) => {
  const result = Batch.safeParse(await c.req.json());
  console.log(result.success, predict([[1.5, 2.5]]));
  return c.json({ detail: 'not written yet' }, 501);
});

export default app;
