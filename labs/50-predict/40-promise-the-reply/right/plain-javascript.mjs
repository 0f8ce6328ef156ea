// right: It is plain JavaScript: its types are not judged, its replies are.
import { Hono } from 'hono';
import { z } from 'zod';

function runModel(feature1, feature2) {
  const score = 1 / (1 + Math.exp(-(feature1 + feature2)));
  const isKnown = Math.abs(feature1) <= 1000 && Math.abs(feature2) <= 1000;
  return {
    label: isKnown ? (score > 0.5 ? 'high' : 'low') : 'out of range',
    score: isKnown ? score : null,
    model_file: '/srv/models/rate-7.pkl',
  };
}

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const Output = z.object({ label: z.enum(['low', 'high']), score: z.number() });

const app = new Hono();

app.post('/predict', async (c) => {
  const input = Input.safeParse(await c.req.json().catch(() => undefined));
  if (!input.success) return c.json({ detail: input.error.issues }, 422);
  return c.json(Output.parse(runModel(input.data.feature1, input.data.feature2)));
});

export default app;
