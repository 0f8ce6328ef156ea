import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import app from '../../../labs/90-llm/server.ts';
import { serveLab } from '../serve-lab.ts';
import { askLong, readNewest } from './generations.ts';

const maxTokens = 60_000;
let lab: Awaited<ReturnType<typeof serveLab>>;
beforeAll(async () => {
  lab = await serveLab(app);
});
afterAll(() => lab.stop());

const chat = () => `${lab.url}/v1/chat/completions`;
const isOver = async () => (await readNewest(lab.url))?.state !== 'running';

test('nothing is generated ahead of a reader', async () => {
  const reply = await app.request('/v1/chat/completions', askLong(maxTokens, { stream: true }));
  const reader = reply.body?.getReader();
  // The first event says who speaks; each after it holds a token.
  for (let read = 0; read < 11; read++) await reader?.read();
  expect(await readNewest(lab.url)).toMatchObject({ state: 'running', tokens: 10 });
  await reader?.cancel();
  const cancelled = { state: 'cancelled', tokens: 10, finish_reason: null };
  expect(await readNewest(lab.url)).toMatchObject(cancelled);
});

test('a reader who stops reading stops the generation, once the buffers are full', async () => {
  const { socket, readText } = await openStream();
  const stalledAt = await waitUntilStill();
  expect(stalledAt).toBeLessThan(maxTokens);

  socket.resume();
  await once(socket, 'close');
  const text = readText();
  expect(text.match(/"content":"/g)?.length).toBe(maxTokens + 1);
  expect(text).toContain('data: [DONE]');
  const finished = { state: 'finished', tokens: maxTokens, finish_reason: 'length' };
  expect(await readNewest(lab.url)).toMatchObject(finished);
});

test('hanging up ends the generation, also when it waits for the reader', async () => {
  const { socket } = await openStream();
  const stalledAt = await waitUntilStill();
  socket.destroy();
  await expect.poll(isOver).toBe(true);
  expect(await readNewest(lab.url)).toMatchObject({ state: 'cancelled', tokens: stalledAt });
});

test('hanging up ends a generation that is not streamed', async () => {
  const hangUp = new AbortController();
  const reply = fetch(chat(), { ...askLong(maxTokens), signal: hangUp.signal });
  await expect.poll(async () => (await readNewest(lab.url))?.tokens ?? 0).toBeGreaterThan(0);
  hangUp.abort();
  await expect(reply).rejects.toThrow('aborted');
  await expect.poll(isOver).toBe(true);
  const newest = await readNewest(lab.url);
  expect(newest?.state).toBe('cancelled');
  expect(newest?.tokens).toBeLessThan(maxTokens);
});

/** A socket that has asked for a long stream, seen its beginning and reads no further. */
async function openStream() {
  const { port, host } = new URL(lab.url);
  const { body } = askLong(maxTokens, { stream: true });
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(
    [
      'POST /v1/chat/completions HTTP/1.1',
      `Host: ${host}`,
      'Content-Type: application/json',
      `Content-Length: ${String(body).length}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
  let text = '';
  socket.setEncoding('latin1').on('data', (part: string) => {
    text += part;
  });
  await once(socket, 'data');
  socket.pause();
  return { socket, readText: () => text };
}

/** How many tokens there are when no more come: the same in ten looks, some time apart. */
async function waitUntilStill(): Promise<number> {
  let tokens = -1;
  for (let same = 0; same < 10; ) {
    await wait(50);
    const now = (await readNewest(lab.url))?.tokens ?? 0;
    same = now === tokens ? same + 1 : 0;
    tokens = now;
  }
  return tokens;
}
