import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createValidators } from '../../src/grader/contract/validators.ts';
import { drawnSeed } from '../drawn-seed.ts';
import { findLabs } from './find-labs.ts';
import { type Operation, requestsTo } from './generated-requests.ts';
import { readCredentials } from './recorded-credentials.ts';

const requestsPerLab = 2000;
const seed = drawnSeed();
console.info(`Requests are generated from API_LABS_SEED=${seed}.`);

/** Routes that are there to crash. */
const asksFor500 = ['GET /boom', 'GET /bad-response'];

const schema = z.record(z.string(), z.json());
const mediaSchema = z.object({ content: z.object({ 'application/json': z.object({ schema }) }) });
const contentSchema = z.object({ content: z.record(z.string(), z.unknown()) });

/** Each event is lines with a name, or a comment, and an empty line behind them. */
const eventStream = /^(?:(?:(?:data|event|id|retry)?:.*\n)+\n)*$/;
const operationSchema = z.object({
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema }))
    .default([]),
  requestBody: mediaSchema.optional(),
  security: z.array(z.record(z.string(), z.unknown())).default([]),
  responses: z.record(z.string(), z.unknown()),
});
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.json(),
});

beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

describe.each(await findLabs())('the lab $slug keeps its own contract', async (lab) => {
  const { app, recording } = lab;
  const document = documentSchema.parse(await (await app.request('/openapi.json')).json());
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method, described })),
  );
  const numRuns = Math.ceil(requestsPerLab / operations.length);
  const { findFaults } = createValidators();

  test.each(operations)('$method $path', async ({ path, method, described }) => {
    const isLocked = described.security.length > 0;
    const operation: Operation = {
      method,
      path,
      parameters: described.parameters,
      body: described.requestBody?.content['application/json'].schema,
      credentials: isLocked ? readCredentials(recording, { method, path }) : undefined,
    };
    const promised = new Map(
      Object.entries(described.responses).map(([status, response]) => {
        const media = mediaSchema.safeParse(response).data;
        const reply = media?.content['application/json'].schema ?? {};
        // FastAPI documents JSON of any form, `{}`, also where a route returns a Response of its own, which may be a stream of text.
        if (Object.keys(reply).length === 0) return [Number(status), undefined];
        return [Number(status), { ...reply, components: document.components }];
      }),
    );
    const mediaTypes = new Map(
      Object.entries(described.responses).map(([status, response]) => {
        const content = contentSchema.safeParse(response).data?.content ?? {};
        return [Number(status), Object.keys(content)];
      }),
    );
    const isCrash = asksFor500.includes(`${method.toUpperCase()} ${path}`);
    const mayBreak = promised.has(500);
    if (isCrash) promised.set(500, undefined);
    const seen = new Set<number>();
    const property = fc.asyncProperty(requestsTo(operation, document), async (request) => {
      const { method, path, headers, body } = request;
      const reply = await app.request(path, { method, headers, body });
      seen.add(reply.status);
      expect([...promised.keys()], `${reply.status} is documented`).toContain(reply.status);
      const promise = promised.get(reply.status);
      // What is not JSON has no schema to keep: it has to be among what is documented, and events have a form.
      const mediaType = reply.headers.get('content-type')?.split(';')[0] ?? '';
      const documented = mediaTypes.get(reply.status) ?? [];
      if (mediaType === 'text/event-stream') {
        expect(documented, 'the media type is documented').toContain(mediaType);
        // Where nothing else is documented, the stream may have no end.
        if (documented.length === 1) return reply.body?.cancel();
        expect(await reply.text(), 'the events have their form').toMatch(eventStream);
        return;
      }
      if (promise === undefined) return reply.body?.cancel();
      expect(
        findFaults(promise, z.json().parse(await reply.json())),
        'the reply keeps its schema',
      ).toEqual([]);
    });
    await fc.assert(property, { numRuns, seed });
    // What a route that documents its own 500 needs may be more than its schema says.
    if (mayBreak) return;
    expect(
      [...seen].some((status) => status < 300),
      'a request that fits is among them',
    ).toBe(!isCrash);
  });
});
