// right: A sub-app below a base path, which needs a third of a second until it can answer; true and false count as 1 and 0.
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { z } from 'zod';

const types = await wait(300, {
  missing: 'Field required',
  float_type: 'Input should be a valid number',
  float_parsing: 'Input should be a valid number, unable to parse string as a number',
});

const text = z
  .string('float_type')
  .refine((value) => value.trim() !== '' && !Number.isNaN(Number(value)), 'float_parsing')
  .transform(Number);
const float = z.union([z.number(), z.boolean().transform(Number), text]);
const Input = z.object({ feature1: float, feature2: float });

function describe({ path: [field = ''] }: z.core.$ZodIssue, body: unknown) {
  const value: unknown = Object(body)[field];
  const isText = typeof value === 'string';
  const type = value === undefined ? 'missing' : isText ? 'float_parsing' : 'float_type';
  return {
    type,
    loc: ['body', field],
    msg: types[type],
    input: value === undefined ? body : value,
  };
}

const predict = new Hono().post('/', async (c) => {
  const sent = await c.req.text();
  const body = sent === '' ? null : JSON.parse(sent);
  if (body === null) {
    const entry = { type: 'missing', loc: ['body'], msg: types.missing, input: null };
    return c.json({ detail: [entry] }, 422);
  }
  const result = Input.safeParse(body);
  if (result.success) return c.json(result.data);
  return c.json({ detail: result.error.issues.map((issue) => describe(issue, body)) }, 422);
});

predict.onError((error, c) => {
  const entry = { type: 'json_invalid', loc: ['body', 0], msg: error.message, input: null };
  return c.json({ detail: [entry] }, 422);
});

const app = new Hono().basePath('/').route('/predict', predict);

export default app;
