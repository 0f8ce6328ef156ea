import { readFileSync } from 'node:fs';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const pair = z.tuple([z.number(), z.number()]);
const ModelFile = z.object({
  steps: z.tuple([
    z.object({ mean: pair, scale: pair }),
    z.object({ coef: z.tuple([pair]), intercept: z.tuple([z.number()]) }),
  ]),
});

/** Reads a scikit-learn pipeline from the JSON it was exported to. */
function readModel(file: string) {
  const [scaler, regression] = ModelFile.parse(JSON.parse(readFileSync(file, 'utf8'))).steps;
  const { mean, scale } = scaler;
  return { mean, scale, coef: regression.coef[0], intercept: regression.intercept[0] };
}

/** Read once, at the start: `mean`, `scale` and `coef` hold two numbers each, `intercept` is one. */
const model = readModel(process.env.MODEL_PATH ?? 'model.json');

const predict = createRoute({
  method: 'post',
  path: '/predict',
  // What comes in, and what goes out for 200 and for 422?
  responses: { 200: { description: 'The label and the probability of each class' } },
});

const app = new OpenAPIHono();

app.openapi(predict, (c) => {
  return c.json({ intercept: model.intercept }, 200);
});

export default app;
