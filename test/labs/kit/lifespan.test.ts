import { expect, test } from 'vitest';
import { createLab } from '../../../labs/kit/lab.ts';

test('a lifespan runs to its yield at startup and to its end at shutdown', async () => {
  const log: string[] = [];
  const app = createLab({
    title: 'Lifespan',
    async *lifespan() {
      log.push('startup');
      yield;
      log.push('shutdown');
    },
  });
  await app.lifespan.shutdown();
  expect(log, 'what was never started is not shut down').toEqual([]);
  await app.lifespan.startup();
  expect(log).toEqual(['startup']);
  await app.lifespan.shutdown();
  await app.lifespan.shutdown();
  expect(log).toEqual(['startup', 'shutdown']);
});

test('what a lifespan throws reaches whoever serves the app', async () => {
  const app = createLab({
    title: 'Lifespan',
    async *lifespan() {
      throw new Error('no model');
      // biome-ignore lint/correctness/noUnreachable: a generator has a yield
      yield;
    },
  });
  await expect(app.lifespan.startup()).rejects.toThrow('no model');
});
