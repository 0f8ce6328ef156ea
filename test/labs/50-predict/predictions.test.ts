import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import app from '../../../labs/50-predict/server.ts';
import { loadModel } from '../../../labs/kit/model.ts';
import { serveLab } from '../serve-lab.ts';

const dataFolder = new URL('../../../labs/50-predict/data/', import.meta.url);
const answerSchema = z.strictObject({
  features: z.tuple([z.number(), z.number()]),
  prediction: z.array(z.int()),
  probability: z.array(z.number()),
});
const answers = z
  .array(answerSchema)
  .min(8)
  .parse(JSON.parse(readFileSync(new URL('predictions.json', dataFolder), 'utf8')));

let lab: Awaited<ReturnType<typeof serveLab>>;
beforeAll(async () => {
  await app.lifespan.startup();
  lab = await serveLab(app);
});
afterAll(() => lab.stop());

test.each(answers)('predicts $features as scikit-learn does', async (answer) => {
  const [feature1, feature2] = answer.features;
  const reply = await fetch(`${lab.url}/predict`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ feature1, feature2 }),
  });
  const { prediction, probability } = answerSchema
    .omit({ features: true })
    .parse(await reply.json());
  expect(prediction).toEqual(answer.prediction);
  expect(probability).toHaveLength(answer.probability.length);
  for (const [index, expected] of answer.probability.entries()) {
    expect(Math.abs((probability[index] ?? Number.NaN) - expected)).toBeLessThan(1e-12);
  }
});

test('refuses features that are no numbers, or too few of them', () => {
  const model = loadModel(new URL('model.json', dataFolder));
  expect(() => model.predict([[Number.NaN, 1]])).toThrow('Input X contains NaN or infinity.');
  expect(() => model.predict([[1]])).toThrow('X has 1 features, but 2 are expected.');
});

test('refuses a file that is not a model', () => {
  expect(() => loadModel(new URL('predictions.json', dataFolder))).toThrow();
});
