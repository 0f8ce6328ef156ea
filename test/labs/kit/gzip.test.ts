import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { expect, test } from 'vitest';
import { gzip } from '../../../labs/kit/gzip.ts';

const app = new Hono();
app.use(gzip({ minimumSize: 10 }));
app.get('/text/:text', (c) => c.text(c.req.param('text')));
app.get('/picture', (c) => c.body('0123456789', 200, { 'content-type': 'image/png' }));
app.get('/packed', (c) => c.body('0123456789', 200, { 'content-encoding': 'br' }));
app.get('/part', (c) => c.body('0123456789', 206));
app.get('/empty', (c) => c.body(null, 204));
app.get('/varied', (c) => c.text('0123456789', 200, { vary: 'Cookie' }));
app.get('/stream', (c) => {
  c.header('transfer-encoding', 'chunked');
  return stream(c, async (out) => void (await out.write('0123456789')));
});

const ask = (path: string, encoding = 'gzip') =>
  app.request(path, { headers: { 'accept-encoding': encoding } });

test('a reply of the minimum size is compressed, one byte less is not', async () => {
  const long = await ask('/text/0123456789');
  const bytes = Buffer.from(await long.arrayBuffer());
  expect(gunzipSync(bytes).toString()).toBe('0123456789');
  expect(long.headers.get('content-encoding')).toBe('gzip');
  expect(long.headers.get('content-length')).toBe(String(bytes.length));
  expect(long.headers.get('vary')).toBe('Accept-Encoding');

  const short = await ask('/text/012345678');
  expect(await short.text()).toBe('012345678');
  expect(short.headers.has('vary')).toBe(false);
});

test('a client that takes no gzip is told that the reply depends on it', async () => {
  const reply = await ask('/varied', 'br');
  expect(await reply.text()).toBe('0123456789');
  expect(reply.headers.get('vary')).toBe('Accept-Encoding, Cookie');
});

test.each(['/picture', '/packed', '/part', '/empty', '/stream'])(
  '%s stays as it is',
  async (path) => {
    const reply = await ask(path);
    expect(await reply.text()).toBe(path === '/empty' ? '' : '0123456789');
    expect(reply.headers.has('vary')).toBe(false);
  },
);
