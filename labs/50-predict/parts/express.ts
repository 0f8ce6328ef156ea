// The same endpoint in Express, checked with Zod: what `api-labs race predict` runs beside the lab.
import express from 'express';
import { z } from 'zod';
import { loadModel } from '../../kit/model.ts';

const model = loadModel(new URL('../data/model.json', import.meta.url));

const Input = z.object({ feature1: z.number(), feature2: z.number() });

const app = express();
app.use(express.json());

app.post('/predict', (request, response) => {
  const result = Input.safeParse(request.body);
  if (!result.success) {
    response.status(422).json({ detail: result.error.issues });
    return;
  }
  const rows = [[result.data.feature1, result.data.feature2]];
  response.json({
    prediction: model.predict(rows),
    probability: [...(model.predictProba(rows)[0] ?? [])],
  });
});

app.listen(Number(process.env.PORT), '127.0.0.1');
