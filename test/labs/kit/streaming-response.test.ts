import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { expect, test } from 'vitest';
import { createLab } from '../../../labs/kit/lab.ts';
import { withReplyHeaders } from '../../../labs/kit/reply-headers.ts';
import { eventStreamOptions, streamingResponse } from '../../../labs/kit/streaming-response.ts';

test('a stream asks for the next part when the last one was taken, and tells the generator of its end', async () => {
  const seen: string[] = [];
  async function* count() {
    try {
      for (const part of ['a', 'ü', 'c', 'd']) {
        seen.push(part);
        yield part;
      }
    } finally {
      seen.push('closed');
    }
  }
  const app = new Hono().get('/', (c) => streamingResponse(c, count(), eventStreamOptions));
  const reply = await app.request('/');
  expect(Object.fromEntries(reply.headers)).toEqual({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
    'x-accel-buffering': 'no',
  });
  expect(seen).toEqual([]);
  const reader = reply.body?.getReader();
  await reader?.read();
  const second = await reader?.read();
  expect(new TextDecoder().decode(second?.value)).toBe('ü');
  expect(seen).toEqual(['a', 'ü']);
  await reader?.cancel();
  expect(seen).toEqual(['a', 'ü', 'closed']);
});

test('only a text is given a charset', async () => {
  async function* one() {
    yield '{}\n';
  }
  const app = new Hono().get('/', (c) => streamingResponse(c, one(), { mediaType: 'x/y' }));
  const reply = await app.request('/');
  expect(reply.headers.get('content-type')).toBe('x/y');
  expect(await reply.text()).toBe('{}\n');
});

test('an exception that brings its own reply is answered with it, and with the headers of middleware', async () => {
  const app = createLab({ title: 'Test' });
  const add = (headers: Record<string, string>) => Object.assign(headers, { 'x-added': 'yes' });
  app.use(withReplyHeaders(add));
  app.get('/', () => {
    throw new HTTPException(409, { res: Response.json({ error: 'taken' }, { status: 409 }) });
  });
  const reply = await app.request('/');
  expect(reply.status).toBe(409);
  expect(reply.headers.get('x-added')).toBe('yes');
  expect(await reply.json()).toEqual({ error: 'taken' });
});
