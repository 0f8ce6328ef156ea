// right: It narrows what the model returned with a type guard, in plain Hono.
import { Hono } from 'hono';

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

type Rating = { label: 'low' | 'high'; score: number };

function isRating(value: unknown): value is Rating {
  if (typeof value !== 'object' || value === null) return false;
  if (!('label' in value) || !('score' in value)) return false;
  return (value.label === 'low' || value.label === 'high') && typeof value.score === 'number';
}

function readFeatures(body: unknown): [number, number] | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  if (!('feature1' in body) || !('feature2' in body)) return undefined;
  const { feature1, feature2 } = body;
  if (typeof feature1 !== 'number' || typeof feature2 !== 'number') return undefined;
  return [feature1, feature2];
}

const app = new Hono();

app.post('/predict', async (c) => {
  const body: unknown = await c.req.json().catch(() => undefined);
  const features = readFeatures(body);
  if (features === undefined) return c.json({ detail: 'Two numbers are needed' }, 422);
  const rating = runModel(...features);
  if (!isRating(rating)) return c.text('Internal Server Error', 500);
  return c.json({ score: rating.score, label: rating.label });
});

export default app;
