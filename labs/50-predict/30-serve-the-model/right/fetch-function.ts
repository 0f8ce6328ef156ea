// right: A fetch function without Hono; the document comes from the same Zod schemas by `z.toJSONSchema`.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const Output = z.object({
  prediction: z.tuple([z.int()]),
  probability: z.tuple([z.number(), z.number()]),
});

const model = JSON.parse(await readFile(process.env.MODEL_PATH ?? 'model.json', 'utf8'));

const content = (schema: z.ZodType) => ({
  'application/json': { schema: z.toJSONSchema(schema, { io: 'input' }) },
});

const openapi = {
  openapi: '3.1.1',
  info: { title: 'predict', version: '2026' },
  paths: {
    '/predict': {
      post: {
        requestBody: { content: content(Input), required: true },
        responses: {
          '200': { description: 'ok', content: content(Output) },
          '422': { description: 'not valid' },
        },
      },
    },
  },
};

function predict({ feature1, feature2 }: z.infer<typeof Input>): z.infer<typeof Output> {
  const [{ mean, scale }, { coef, intercept }] = model.steps;
  const [first, second] = coef[0].map((weight: number, i: number) => weight / scale[i]);
  const score = intercept[0] + first * (feature1 - mean[0]) + second * (feature2 - mean[1]);
  // Never the exponential of a large positive number: both branches stay finite.
  const power = Math.exp(-Math.abs(score));
  const [low, high] = [power / (1 + power), 1 / (1 + power)];
  return score > 0
    ? { prediction: [1], probability: [low, high] }
    : { prediction: [0], probability: [high, low] };
}

export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/openapi.json') return Response.json(openapi);
    if (pathname !== '/predict') return new Response('Not Found', { status: 404 });
    const body = await request.json().catch(() => undefined);
    const input = Input.safeParse(body);
    if (!input.success) return Response.json({ detail: input.error.issues }, { status: 422 });
    return Response.json(predict(input.data));
  },
};
