import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { send } from '../../labs/kit/record/exchange.ts';
import { readLabRequests } from '../../labs/kit/record/lab-requests.ts';
import { findLabs } from './find-labs.ts';
import { expectSameReply } from './same-reply.ts';
import { serveLab } from './serve-lab.ts';

beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

describe.each(await findLabs())('the lab $slug', ({ app, folder, recording }) => {
  let lab: Awaited<ReturnType<typeof serveLab>>;
  beforeAll(async () => {
    lab = await serveLab(app);
  });
  afterAll(() => lab.stop());

  test.each(recording.exchanges)('answers $name as its FastAPI twin did', async (exchange) => {
    expectSameReply(await send(lab.url, exchange.request), exchange.response);
  });

  test('documents itself as its twin does', async () => {
    const document: unknown = await (await app.request('/openapi.json')).json();
    expect(document).toEqual(recording.openapi);
    const validator = new Validator();
    const checked = withoutItemSchemas(document);
    expect(await validator.validate(checked)).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  test('has every request that lab.md names in its recording', () => {
    const requests = readLabRequests(readFileSync(join(folder, 'lab.md'), 'utf8'));
    const recorded = recording.exchanges.filter(({ group }) => group === 'lab');
    expect(requests.length).toBeGreaterThanOrEqual(8);
    expect(recorded.map(({ name, request }) => ({ name, request }))).toEqual(
      requests.map(({ name, request }) => ({ name, request })),
    );
  });
});

/** FastAPI describes the events of a stream by a keyword of OpenAPI 3.2, in a document that says 3.1. */
function withoutItemSchemas(document: unknown): Record<string, unknown> {
  const text = JSON.stringify(document, (key, value) => (key === 'itemSchema' ? undefined : value));
  return JSON.parse(text);
}
