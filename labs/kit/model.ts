import { readFileSync } from 'node:fs';
import { z } from 'zod';

const numbers = z.array(z.number());

const modelSchema = z.strictObject({
  format: z.literal('sklearn-json/1'),
  sklearn: z.string(),
  kind: z.literal('pipeline'),
  steps: z.tuple([
    z.strictObject({ kind: z.literal('StandardScaler'), mean: numbers, scale: numbers }),
    z.strictObject({
      kind: z.literal('LogisticRegression'),
      coef: z.tuple([numbers]),
      intercept: z.tuple([z.number()]),
      classes: z.tuple([z.int(), z.int()]),
    }),
  ]),
});

/** A scikit-learn classifier with two classes. Rows are samples, columns are features. */
export type Model = {
  /** The likelier class of each row. */
  predict: (rows: number[][]) => number[];
  /** The probability of each class, for each row. */
  predictProba: (rows: number[][]) => Float64Array[];
};

/** Reads a model that scikit-learn trained and `train.py` wrote as JSON. Throws when the file is not one. */
export function loadModel(file: URL): Model {
  const text = readFileSync(file, 'utf8');
  const { steps } = modelSchema.parse(JSON.parse(text));
  const [scaler, { coef, intercept, classes }] = steps;
  const [weights] = coef;

  const decide = (row: number[]): number => {
    if (row.length !== weights.length) {
      throw new RangeError(`X has ${row.length} features, but ${weights.length} are expected.`);
    }
    if (!row.every(Number.isFinite)) throw new RangeError('Input X contains NaN or infinity.');
    const product = weights.reduce((sum, weight, index) => {
      const mean = scaler.mean[index] ?? 0;
      const scale = scaler.scale[index] ?? 1;
      return sum + weight * (((row[index] ?? 0) - mean) / scale);
    }, 0);
    return product + intercept[0];
  };

  return {
    predict: (rows) => rows.map((row) => (decide(row) > 0 ? classes[1] : classes[0])),
    predictProba: (rows) =>
      rows.map((row) => {
        const probability = 1 / (1 + Math.exp(-decide(row)));
        return Float64Array.of(1 - probability, probability);
      }),
  };
}
