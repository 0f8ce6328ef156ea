import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import app from '../../../labs/50-predict/server.ts';
import { recordingSchema, send } from '../../../labs/kit/record/exchange.ts';
import { readLabRequests } from '../../../labs/kit/record/lab-requests.ts';
import { expectSameReply } from '../same-reply.ts';
import { serveLab } from '../serve-lab.ts';

const labFolder = new URL('../../../labs/50-predict/', import.meta.url);
const recording = recordingSchema.parse(
  JSON.parse(readFileSync(new URL('recorded.json', labFolder), 'utf8')),
);

let lab: Awaited<ReturnType<typeof serveLab>>;
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  lab = await serveLab(app);
});
afterAll(() => lab.stop());

describe('answers as its FastAPI twin did', () => {
  test.each(recording.exchanges)('$name', async ({ request, response }) => {
    expectSameReply(await send(lab.url, request), response);
  });
});

test('every request that lab.md names is recorded', () => {
  const requests = readLabRequests(readFileSync(new URL('lab.md', labFolder), 'utf8'));
  const recorded = recording.exchanges.filter(({ group }) => group === 'lab');
  expect(requests.length).toBeGreaterThanOrEqual(8);
  expect(recorded.map(({ name, request }) => ({ name, request }))).toEqual(
    requests.map(({ name, request }) => ({ name, request })),
  );
});
