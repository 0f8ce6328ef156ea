import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadForest } from '../../../labs/50-predict/parts/forest.ts';

const dataFolder = new URL('../../../labs/50-predict/data/', import.meta.url);
const answers = z
  .array(
    z.strictObject({
      features: z.array(z.number()).length(4),
      label: z.string(),
      probabilities: z.array(z.number()),
    }),
  )
  .min(50)
  .parse(JSON.parse(readFileSync(new URL('iris-predictions.json', dataFolder), 'utf8')));
const forest = loadForest(new URL('iris.json', dataFolder));

test('the forest gives the very numbers that scikit-learn gives', () => {
  for (const { features, label, probabilities } of answers) {
    const shares = forest.predictProba(features);
    expect(shares, `of ${features}`).toEqual(probabilities);
    expect(forest.classes[shares.indexOf(Math.max(...shares))]).toBe(label);
  }
});

test('a file that is no forest is refused', () => {
  expect(() => loadForest(new URL('model.json', dataFolder))).toThrow();
});
