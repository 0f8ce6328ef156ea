import { afterAll, beforeAll, expect, test } from 'vitest';
import app from '../../../labs/50-predict/server.ts';
import { serveLab } from '../serve-lab.ts';

let lab: Awaited<ReturnType<typeof serveLab>>;
beforeAll(async () => {
  await app.lifespan.startup();
  lab = await serveLab(app);
});
afterAll(async () => {
  await lab.stop();
  await app.lifespan.shutdown();
});

async function send(method: string, path: string, body: object): Promise<unknown> {
  const reply = await fetch(lab.url + path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return reply.json();
}

const swapTo = (name: string) => send('PUT', '/model', { name });
// The two models do not agree on the class of this row.
const row = [0.75, 0.5];
const predict = () => send('POST', '/predict-batch', { rows: [row, row] });

test('while models are swapped, each reply is all of one model', async () => {
  const whole = [await predict()];
  await swapTo('model-2');
  whole.push(await predict());
  expect(whole[0]).not.toEqual(whole[1]);

  const names = ['model', 'model-2'];
  const replies = Array.from({ length: 300 }, async (_, index) => {
    if (index % 3 === 0) await swapTo(names[index % 2] ?? '');
    return predict();
  });
  for (const reply of await Promise.all(replies)) expect(whole).toContainEqual(reply);
});

test('a name that is not in the list changes nothing', async () => {
  await swapTo('model');
  for (const name of ['../data/model-2', 'model-2.json', 'iris', '__proto__', '']) {
    expect(await swapTo(name)).toEqual({ detail: 'No such model' });
  }
  const reply = await fetch(`${lab.url}/model`);
  expect(await reply.json()).toEqual({ name: 'model', version: '1.0.0' });
});

test('without a model it says so until there is one again, and stays alive', async () => {
  const status = async (path: string, method = 'GET') => {
    const reply = await fetch(lab.url + path, { method });
    return [reply.status, reply.headers.get('retry-after')];
  };
  // Twice: there is no more to take out than all.
  expect(await status('/model', 'DELETE')).toEqual([204, null]);
  expect(await status('/model', 'DELETE')).toEqual([204, null]);
  expect(await status('/ready')).toEqual([503, '1']);
  expect(await status('/model')).toEqual([503, '1']);
  expect(await predict()).toEqual({ detail: 'The model is not loaded' });
  expect(await status('/health')).toEqual([200, null]);
  await swapTo('model');
  expect(await status('/ready')).toEqual([200, null]);
});
