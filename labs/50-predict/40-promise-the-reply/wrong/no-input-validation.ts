// rejected-by: refuses-bad-input
// mistake: Reads the body by itself and skips the contract's validation.
import { OpenAPIHono, z } from '@hono/zod-openapi';

/** Stands for a model that another team trained: nobody promises what it returns. Leave it as it is. */
function runModel(feature1: number, feature2: number): unknown {
  const score = 1 / (1 + Math.exp(-(feature1 + feature2)));
  const isKnown = Math.abs(feature1) <= 1000 && Math.abs(feature2) <= 1000;
  return {
    label: isKnown ? (score > 0.5 ? 'high' : 'low') : 'out of range',
    score: isKnown ? score : null,
    model_file: '/srv/models/rate-7.pkl',
  };
}

const Output = z.object({ label: z.enum(['low', 'high']), score: z.number() });

const app = new OpenAPIHono({
  defaultHook: (result, c) => {
    if (!result.success) return c.json({ detail: result.error.issues }, 422);
  },
});

app.post('/predict', async (c) => {
  const { feature1, feature2 } = await c.req.json();
  return c.json(Output.parse(runModel(feature1, feature2)), 200);
});

export default app;
