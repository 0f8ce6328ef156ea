import { createRoute, z } from '@hono/zod-openapi';
import { float } from '../../kit/float.ts';
import { jsonBody, jsonResponse } from '../../kit/json-content.ts';
import { createRouter } from '../../kit/router.ts';
import { type Forest, loadForest } from './forest.ts';
import { createSlot } from './slot.ts';

/** The second version of the API: another model, with features that have names and a reply that is documented. */
export const iris = createRouter({ tags: ['v2'] });

/** The forest behind it. */
export const forest = createSlot<Forest>();

/** Loads the forest, and has it predict once before anybody waits for it. */
export function loadIris(file: URL): void {
  const loaded = loadForest(file);
  loaded.predictProba([5, 3, 1, 1]);
  forest.set(loaded);
}

// #region flower
const centimetres = () => float({ gt: 0, le: 30 });

const Flower = z
  .object({
    sepal_length: centimetres(),
    sepal_width: centimetres(),
    petal_length: centimetres(),
    petal_width: centimetres(),
  })
  .openapi('Flower');
// #endregion

// #region species
const Probabilities = z
  .object({ setosa: float(), versicolor: float(), virginica: float() })
  .openapi('Probabilities');

const Species = z
  .object({
    label: z.enum(['setosa', 'versicolor', 'virginica']),
    probabilities: Probabilities,
  })
  .openapi('Species');
// #endregion

// #region predict
const predict = createRoute({
  method: 'post',
  path: '/predict',
  operationId: 'predict_species',
  request: { body: jsonBody(Flower) },
  responses: {
    200: jsonResponse(Species),
    503: { description: 'The model is not loaded' },
  },
});

iris.openapi(predict, (c) => {
  const { classes, predictProba } = forest.get();
  const flower = c.req.valid('json');
  const shares = predictProba([
    flower.sepal_length,
    flower.sepal_width,
    flower.petal_length,
    flower.petal_width,
  ]);
  const species = Species.parse({
    label: classes[shares.indexOf(Math.max(...shares))],
    probabilities: Object.fromEntries(classes.map((name, index) => [name, shares[index]])),
  });
  return c.json(species, 200);
});
// #endregion
