import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTwin } from '../../../labs/kit/record/twin.ts';
import { startLab } from '../../../src/servers/start-lab.ts';
import { findPython } from '../../grader/find-python.ts';
import { hostFile, packageRoot } from '../../servers/spawned.ts';

const folder = join(packageRoot, 'labs/60-async');
// `startTwin` names the versions of all that twins use.
const python = findPython('fastapi', 'uvicorn', 'sklearn', 'joblib');
if (python === undefined) {
  console.log('Skipped: no Python here has fastapi, uvicorn, scikit-learn and joblib.');
}

/** Each in a process of its own: whoever blocks must not block the one who asks. */
const servers = [
  {
    name: 'the lab',
    threads: 4,
    isMissing: false,
    start: async () => {
      const started = await startLab({ serverFile: join(folder, 'server.ts'), hostFile });
      if (started.kind !== 'running') throw new Error(started.message);
      return started.server;
    },
  },
  {
    name: 'its twin',
    threads: 40,
    isMissing: python === undefined,
    start: async () => {
      const started = await startTwin(folder, python ?? '');
      if (started.kind !== 'running') throw new Error(started.message);
      return started;
    },
  },
];

for (const { name, threads, isMissing, start } of servers) {
  describe.skipIf(isMissing)(name, { timeout: 60_000 }, () => {
    let server: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      server = await start();
    }, 60_000);
    afterAll(() => server.stop());

    test('has so many threads, and a call that finds none waits for one', async () => {
      const client = createClient(server.url);
      const busy = await Promise.all(
        Array.from({ length: threads }, () => client.send('/thread/2000')),
      );
      const oneMore = await client.send('/thread/0');
      const health = await client.send('/health');
      await Promise.all([...busy, oneMore, health].map(({ reply }) => reply));
      expect(client.answered.slice(0, 2)).toEqual(['/health', '/thread/2000']);
      expect(client.answered).toContain('/thread/0');
    });

    test('finds a thread for one less', async () => {
      const client = createClient(server.url);
      const busy = await Promise.all(
        Array.from({ length: threads - 1 }, () => client.send('/thread/2000')),
      );
      await (await client.send('/thread/0')).reply;
      expect(client.answered).toEqual(['/thread/0']);
      await Promise.all(busy.map(({ reply }) => reply));
    });

    test.each([
      '/wait/5000',
      '/thread/5000',
      '/hash-in-thread/3000000',
      '/one-by-one/1000',
      '/together/5000',
    ])('answers /health while %s is under way', async (path) => {
      const client = createClient(server.url);
      const slow = await client.send(path);
      // When the first is answered, the slow request has been read; the second comes after it for sure.
      for (let count = 0; count < 2; count++) await (await client.send('/health')).reply;
      expect(client.answered).toEqual(['/health', '/health']);
      slow.abort();
    });

    test.each(['/block/300', '/hash/300000'])('answers /health only after %s', async (path) => {
      const client = createClient(server.url);
      const slow = await client.send(path);
      const health = await client.send('/health');
      await Promise.all([slow.reply, health.reply]);
      expect(client.answered).toEqual([path, '/health']);
    });

    test('answers five calls together before five calls one by one that began earlier', async () => {
      const client = createClient(server.url);
      const oneByOne = await client.send('/one-by-one/200');
      const together = await client.send('/together/200');
      await Promise.all([oneByOne.reply, together.reply]);
      expect(client.answered).toEqual(['/together/200', '/one-by-one/200']);
    });
  });
}

type Sent = { reply: Promise<void>; abort: () => void };

/** Sends each request on a connection of its own, and keeps the paths in the order of their replies. */
function createClient(url: string) {
  const answered: string[] = [];
  /** Resolves when the request has left this process: one sent later reaches the server later. */
  const send = async (path: string): Promise<Sent> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const sent = request(`${url}${path}`, { agent: false });
    sent.on('error', reject);
    sent.on('response', async (response) => {
      await text(response);
      answered.push(path);
      resolve();
    });
    sent.end();
    await once(sent, 'finish');
    return {
      reply: promise,
      abort: () => {
        promise.catch(() => {});
        sent.destroy();
      },
    };
  };
  return { answered, send };
}
