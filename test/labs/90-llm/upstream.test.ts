import { setImmediate as turn } from 'node:timers/promises';
import { OpenAPIHono } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { startTwin } from '../../../labs/kit/record/twin.ts';
import { findPython } from '../../grader/find-python.ts';
import { packageRoot } from '../../servers/spawned.ts';
import { serveLab } from '../serve-lab.ts';
import { askLong, readNewest } from './generations.ts';

const event = 'data: {"choices":[{"delta":{"content":"a"}}]}\n\n';
const userSchema = z.object({ user: z.string().optional() });
const errorSchema = z.object({ error: z.record(z.string(), z.unknown()) });

type Served = { url: string; stop: () => Promise<void> };

let model: Served;
let lab: Served;
let twin: Served | undefined;
const seenKeys: (string | undefined)[] = [];

/** The lab again, as the model elsewhere; what a request calls `user` makes it fail in this or that way. */
const elsewhere = new OpenAPIHono();
const failures: Record<string, () => Response | Promise<Response>> = {
  'wrong key': () => Response.json({ error: { message: 'Bad key sk-1' } }, { status: 401 }),
  crash: () => new Response('Internal Server Error', { status: 500 }),
  busy: () =>
    Response.json(
      { error: { message: 'Too many.', type: 'requests', code: 'rate_limit_exceeded' } },
      { status: 429, headers: { 'retry-after': '7' } },
    ),
  'refuses in other words': () => Response.json({ detail: [] }, { status: 422 }),
  silence: () => new Promise<Response>(() => {}),
  'no JSON': () => new Response('Hello'),
  'breaks off': () => new Response(ReadableStream.from(breakOff())),
  'ends early': () => new Response(event),
};

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { default: toy } = await import('../../../labs/90-llm/server.ts');
  elsewhere.all('*', async (c) => {
    seenKeys.push(c.req.header('authorization'));
    const { method, url, raw } = c.req;
    const { headers, signal } = raw;
    if (method === 'GET') return toy.request(url, { headers });
    const body = await c.req.text();
    const { user = '' } = userSchema.parse(JSON.parse(body));
    const fail = failures[user];
    return fail === undefined ? toy.request(url, { method, headers, body, signal }) : fail();
  });
  model = await serveLab(elsewhere);

  const settings = {
    OPENAI_BASE_URL: `${model.url}/v1/`,
    OPENAI_MODEL: 'toy-trigram-1',
    OPENAI_API_KEY: 'sk-of-the-server',
    OPENAI_TIMEOUT_MS: '500',
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const { default: app } = await import('../../../labs/90-llm/server.ts');
  lab = await serveLab(app);
  const python = findPython('fastapi', 'uvicorn');
  const started = await startTwin(`${packageRoot}/labs/90-llm`, python ?? 'python3');
  if (started.kind === 'running') twin = started;
  else console.log(`Skipped: ${started.message}`);
  vi.unstubAllEnvs();
});
afterAll(async () => {
  await Promise.all([lab.stop(), twin?.stop(), model.stop()]);
});

describe.each(['the lab', 'its twin'])('%s, with a model elsewhere', (name) => {
  const url = (skip: () => void) => {
    const served = name === 'the lab' ? lab : twin;
    if (served === undefined) skip();
    return served?.url ?? '';
  };
  const post = (at: string, init: RequestInit) => fetch(`${at}/v1/chat/completions`, init);

  test('hands through what the model answers, under its own key', async ({ skip }) => {
    const at = url(skip);
    for (const stream of [false, true]) {
      const init = askLong(20, { stream, temperature: 0 });
      const [theirs, mine] = [await post(model.url, init), await post(at, init)];
      expect(mine.status).toBe(200);
      expect(mine.headers.get('content-type')).toBe(theirs.headers.get('content-type'));
      expect(withoutIds(await mine.text())).toBe(withoutIds(await theirs.text()));
      expect(seenKeys.slice(-1)).toEqual(['Bearer sk-of-the-server']);
      const counted = { state: 'finished', tokens: 20, finish_reason: 'length' };
      expect(await readNewest(at)).toMatchObject(counted);
    }
    const models = await fetch(`${at}/v1/models`);
    const card = { id: 'toy-trigram-1', owned_by: 'upstream' };
    expect(await models.json()).toMatchObject({ data: [card] });
  });

  test('ends the request to the model when the client hangs up', async ({ skip }) => {
    const at = url(skip);
    const reply = await post(at, askLong(60_000, { stream: true }));
    const reader = reply.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    for (const counter of [at, model.url]) {
      await expect.poll(async () => (await readNewest(counter))?.state).toBe('cancelled');
      expect((await readNewest(counter))?.tokens).toBeLessThan(60_000);
    }
  });

  test.each([
    ['wrong key', 502, 'The model answered 401.'],
    ['crash', 502, 'The model answered 500.'],
    ['silence', 504, 'The model took too long to begin.'],
    ['busy', 429, 'Too many.'],
    ['refuses in other words', 422, 'The model refused.'],
  ])('says of a model that fails by %s: %s %s', async (user, status, message) => {
    const at = url(() => {});
    if (at === '') return;
    for (const stream of [false, true]) {
      const reply = await post(at, askLong(5, { stream, user }));
      expect(reply.status).toBe(status);
      const { error } = errorSchema.parse(await reply.json());
      expect(error.message).toBe(message);
      expect(Object.keys(error)).toEqual(['message', 'type', 'param', 'code']);
      expect(reply.headers.get('retry-after')).toBe(status === 429 ? '7' : null);
    }
  });

  test('answers 502 for an answer that breaks off or is none', async ({ skip }) => {
    const at = url(skip);
    for (const user of ['breaks off', 'no JSON']) {
      const reply = await post(at, askLong(5, { user }));
      expect(reply.status).toBe(502);
      expect(await reply.json()).toMatchObject({ error: { message: 'The model broke off.' } });
      expect(await readNewest(at)).toMatchObject({ state: 'failed' });
    }
  });

  test('tells inside the stream that it broke off', async ({ skip }) => {
    const at = url(skip);
    for (const user of ['breaks off', 'ends early']) {
      const reply = await post(at, askLong(5, { stream: true, user }));
      expect(reply.status).toBe(200);
      expect(await reply.text()).toBe(
        `${event}data: {"error":{"message":"The model broke off.","type":"server_error","param":null,"code":null}}\n\n`,
      );
      expect(await readNewest(at)).toMatchObject({ state: 'failed', tokens: 1 });
    }
  });
});

test('a model that cannot be reached is a 502', async () => {
  vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9/v1');
  vi.stubEnv('OPENAI_MODEL', 'toy-trigram-1');
  vi.resetModules();
  const { default: app } = await import('../../../labs/90-llm/server.ts');
  vi.unstubAllEnvs();
  const reply = await app.request('/v1/chat/completions', askLong(5));
  expect(reply.status).toBe(502);
  expect(await reply.json()).toMatchObject({ error: { message: 'The model cannot be reached.' } });
});

test('an address without the name of a model ends the start', async () => {
  const { readUpstream } = await import('../../../labs/90-llm/parts/upstream.ts');
  expect(readUpstream({})).toBeUndefined();
  expect(() => readUpstream({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })).toThrow(
    'OPENAI_BASE_URL needs OPENAI_MODEL beside it.',
  );
});

/** One event, and then the connection is gone. */
async function* breakOff(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(event);
  await turn();
  throw new Error('gone');
}

function withoutIds(text: string): string {
  return text.replaceAll(/chatcmpl-\w+|"created":\d+/g, '…');
}
