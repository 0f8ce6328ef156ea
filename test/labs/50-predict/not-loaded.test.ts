import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import app from '../../../labs/50-predict/server.ts';
import { type RecordedRequest, send } from '../../../labs/kit/record/exchange.ts';
import { startTwin } from '../../../labs/kit/record/twin.ts';
import { expectSameReply } from '../same-reply.ts';
import { serveLab } from '../serve-lab.ts';

const ownPython = fileURLToPath(new URL('../../../.venv/bin/python', import.meta.url));
const python = process.env.API_LABS_PYTHON ?? (existsSync(ownPython) ? ownPython : 'python3');
const labFolder = fileURLToPath(new URL('../../../labs/50-predict', import.meta.url));

const json = { 'content-type': 'application/json' };
const get = (path: string): RecordedRequest => ({ method: 'GET', path, headers: {} });
const post = (path: string, body: object): RecordedRequest => ({
  method: 'POST',
  path,
  headers: json,
  body: JSON.stringify(body),
});

const flower = { sepal_length: 5, sepal_width: 3, petal_length: 1, petal_width: 1 };
const needModel = [
  get('/ready'),
  get('/model'),
  post('/predict', { feature1: 1, feature2: 2 }),
  post('/predict-batch', { rows: [[1, 2]] }),
  post('/v2/predict', flower),
];
const needNone = [
  get('/health'),
  post('/echo', { feature1: 1, feature2: 2 }),
  post('/predict', { feature1: 'one' }),
  post('/predict-batch', { rows: [] }),
];

vi.spyOn(console, 'error').mockImplementation(() => {});
// Nobody has run its lifespan: as in a test that imports it, or below another app.
const lab = await serveLab(app);
vi.stubEnv('UVICORN_LIFESPAN', 'off');
const twin = await startTwin(labFolder, python);
if (twin.kind === 'unavailable') console.log(`Skipped: ${twin.message} (Set API_LABS_PYTHON.)`);

afterAll(async () => {
  vi.unstubAllEnvs();
  await lab.stop();
  if (twin.kind === 'running') await twin.stop();
});

describe('a lab whose lifespan has not run', () => {
  test.each(needModel)('answers $method $path with 503', async (request) => {
    const reply = await send(lab.url, request);
    expect(reply.status).toBe(503);
    expect(reply.headers['retry-after']).toBe('1');
    expect(reply.body).toBe('{"detail":"The model is not loaded"}');
  });

  test.each(needNone)('answers $method $path as ever', async (request) => {
    expect((await send(lab.url, request)).status).not.toBe(503);
  });

  test.skipIf(twin.kind === 'unavailable').each([...needModel, ...needNone])(
    'answers $method $path as its twin does under --lifespan off',
    async (request) => {
      const url = twin.kind === 'running' ? twin.url : '';
      expectSameReply(await send(lab.url, request), await send(url, request));
    },
  );

  test('is ready once it has run', async () => {
    await app.lifespan.startup();
    for (const request of needModel) {
      expect((await send(lab.url, request)).status, request.path).toBe(200);
    }
    await app.lifespan.shutdown();
  });
});
