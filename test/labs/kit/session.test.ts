import { createRoute } from '@hono/zod-openapi';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLab } from '../../../labs/kit/lab.ts';
import { readSession, session } from '../../../labs/kit/session.ts';
import { createTimestampSigner } from '../../../labs/kit/timestamp-signer.ts';

/** What itsdangerous 2.2 makes of `{"name": "Ada"}` with this key at this time. */
const secretKey = 'for-this-lab-only';
const signedAt = new Date('2026-01-01T00:00:00Z');
const signed = 'eyJuYW1lIjogIkFkYSJ9.aVW5AA.Ts6BDkAj-Ajn-WWXuwDzfoDolTE';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: signedAt });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function createNames() {
  const app = createLab({ title: 'Names' });
  app.use(session({ secretKey, maxAgeSeconds: 60 }));
  const ok = { 200: { description: 'OK' } };
  app.openapi(createRoute({ method: 'post', path: '/{name}', responses: ok }), (c) => {
    const name = c.req.param('name');
    if (name === 'nobody') readSession(c).delete('name');
    else readSession(c).set('name', name);
    if (name === 'crash') throw new Error('crashed');
    return c.json({}, 200);
  });
  app.openapi(createRoute({ method: 'get', path: '/', responses: ok }), (c) =>
    c.json(Object.fromEntries(readSession(c)), 200),
  );
  const read = async (cookie: string) => {
    const reply = await app.request('/', { headers: { cookie: `session=${cookie}` } });
    return reply.json();
  };
  return { app, read };
}

test('a text is signed as itsdangerous does it, and read again', () => {
  const signer = createTimestampSigner(secretKey);
  expect(signer.sign('eyJuYW1lIjogIkFkYSJ9')).toBe(signed);
  expect(signer.unsign(signed, 60)).toBe('eyJuYW1lIjogIkFkYSJ9');
});

test('a cookie is good as long as its age allows, and never before its time', async () => {
  const { read } = createNames();
  const after = (seconds: number) => {
    vi.setSystemTime(signedAt.getTime() + seconds * 1000);
    return read(signed);
  };
  expect(await after(0)).toEqual({ name: 'Ada' });
  expect(await after(60)).toEqual({ name: 'Ada' });
  expect(await after(61)).toEqual({});
  expect(await after(-1)).toEqual({});
});

test('a cookie that was changed anywhere is an empty session', async () => {
  const { read } = createNames();
  const parts = signed.split('.');
  for (const [index, part] of parts.entries()) {
    const changed = parts.with(
      index,
      part.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
    );
    expect(await read(changed.join('.'))).toEqual({});
  }
  for (const cookie of ['', '.', '..', 'null', parts[0] ?? '', `${signed}.${parts[2]}`]) {
    expect(await read(cookie)).toEqual({});
  }
});

test('the cookie is set when the session has changed, and deleted when it has become empty', async () => {
  const { app } = createNames();
  const post = async (path: string, cookie?: string) => {
    const headers = cookie === undefined ? {} : { cookie: `session=${cookie}` };
    const reply = await app.request(path, { method: 'POST', headers });
    return reply.headers.get('set-cookie');
  };
  expect(await post('/Ada')).toBe(`session=${signed}; path=/; Max-Age=60; httponly; samesite=lax`);
  expect(await post('/nobody', signed)).toContain('session=null; path=/; expires=Thu, 01 Jan 1970');
  expect(await post('/nobody')).toBeNull();
});

test('a crash changes no session', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const reply = await createNames().app.request('/crash', { method: 'POST' });
  expect(reply.status).toBe(500);
  expect(Object.fromEntries(reply.headers)).toEqual({
    'content-type': 'text/plain; charset=utf-8',
  });
  expect(printed).toHaveBeenCalledExactlyOnceWith('POST /crash failed: crashed');
});

test('a route that reads a session without the middleware is told so', async () => {
  const app = createLab({ title: 'None' });
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  app.get('/', (c) => c.json(readSession(c).size));
  expect((await app.request('/')).status).toBe(500);
  expect(printed.mock.lastCall?.[0]).toContain('the middleware is not used');
});
