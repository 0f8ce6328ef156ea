import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createValidators } from '../../src/grader/contract/validators.ts';
import { findLabs } from './find-labs.ts';
import { type Operation, requestsTo } from './generated-requests.ts';

const requestsPerLab = 2000;
const seed = Number(process.env.API_LABS_SEED ?? Math.floor(Math.random() * 1e6));
console.info(`Requests are generated from API_LABS_SEED=${seed}.`);

/** Routes that are there to crash. */
const asksFor500 = ['GET /boom', 'GET /bad-response'];

const schema = z.record(z.string(), z.json());
const mediaSchema = z.object({ content: z.object({ 'application/json': z.object({ schema }) }) });
const operationSchema = z.object({
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema }))
    .default([]),
  requestBody: mediaSchema.optional(),
  responses: z.record(z.string(), z.unknown()),
});
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.json(),
});

beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

describe.each(await findLabs())('the lab $slug keeps its own contract', async ({ app }) => {
  const document = documentSchema.parse(await (await app.request('/openapi.json')).json());
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method, described })),
  );
  const numRuns = Math.ceil(requestsPerLab / operations.length);
  const { findFaults } = createValidators();

  test.each(operations)('$method $path', async ({ path, method, described }) => {
    const operation: Operation = {
      method,
      path,
      parameters: described.parameters,
      body: described.requestBody?.content['application/json'].schema,
    };
    const promised = new Map(
      Object.entries(described.responses).map(([status, response]) => {
        const media = mediaSchema.safeParse(response).data;
        const reply = media?.content['application/json'].schema;
        return [Number(status), reply && { ...reply, components: document.components }];
      }),
    );
    if (asksFor500.includes(`${method.toUpperCase()} ${path}`)) promised.set(500, undefined);
    const seen = new Set<number>();
    const property = fc.asyncProperty(requestsTo(operation, document), async (request) => {
      const { method, path, headers, body } = request;
      const reply = await app.request(path, { method, headers, body });
      seen.add(reply.status);
      expect([...promised.keys()], `${reply.status} is documented`).toContain(reply.status);
      const promise = promised.get(reply.status);
      if (promise === undefined) {
        // It is not read to its end: a stream of events may have none.
        await reply.body?.cancel();
        return;
      }
      expect(
        findFaults(promise, z.json().parse(await reply.json())),
        'the reply keeps its schema',
      ).toEqual([]);
    });
    await fc.assert(property, { numRuns, seed });
    const isCrash = promised.has(500);
    expect(
      [...seen].some((status) => status < 300),
      'a request that fits is among them',
    ).toBe(!isCrash);
  });
});
