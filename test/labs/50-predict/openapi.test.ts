import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { z } from 'zod';
import app from '../../../labs/50-predict/server.ts';

async function readDocument() {
  const reply = await app.request('/openapi.json');
  expect(reply.status).toBe(200);
  return z.record(z.string(), z.unknown()).parse(await reply.json());
}

test('the OpenAPI document is valid 3.1', async () => {
  const validator = new Validator();
  expect(await validator.validate(await readDocument())).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('describes an operation as FastAPI does', async () => {
  const { paths, info } = await readDocument();
  expect(info).toEqual({ title: 'Predict', version: '1.0.0' });
  expect(paths).toMatchObject({
    '/predict': {
      post: {
        tags: ['ml'],
        summary: 'Predict',
        operationId: 'predict_predict_post',
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Input' } } },
          required: true,
        },
        responses: {
          200: {
            description: 'Successful Response',
            content: { 'application/json': { schema: {} } },
          },
          422: {
            description: 'Validation Error',
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/HTTPValidationError' } },
            },
          },
        },
      },
    },
    '/': { get: { summary: 'Root', operationId: 'root__get' } },
  });
});

test('describes schemas as FastAPI does', async () => {
  const { components } = await readDocument();
  const properties = {
    feature1: { type: 'number', title: 'Feature1' },
    feature2: { type: 'number', title: 'Feature2' },
  };
  const required = ['feature1', 'feature2'];
  expect(components).toMatchObject({
    schemas: {
      Input: { type: 'object', title: 'Input', properties, required },
      StrictInput: { title: 'StrictInput', properties, required, additionalProperties: false },
      HTTPValidationError: { title: 'HTTPValidationError' },
      ValidationError: { required: ['loc', 'msg', 'type'] },
    },
  });
});
