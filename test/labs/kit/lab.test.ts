import { createRoute, z } from '@hono/zod-openapi';
import { afterEach, expect, test, vi } from 'vitest';
import { answerError } from '../../../labs/kit/answer-error.ts';
import { cors } from '../../../labs/kit/cors.ts';
import { float } from '../../../labs/kit/float.ts';
import { jsonBody, jsonResponse } from '../../../labs/kit/json-content.ts';
import { createLab } from '../../../labs/kit/lab.ts';
import { processTime } from '../../../labs/kit/process-time.ts';

const ok = { 200: { description: 'Successful Response' } };
const headers = { 'content-type': 'application/json' };

afterEach(() => {
  vi.restoreAllMocks();
});

test('Zod’s own types and bounds are refused in Pydantic’s words, all at once', async () => {
  const app = createLab({ title: 'Items' });
  const Item = z.object({
    name: z.string().min(2).max(20),
    price: z.number().gt(0),
    count: z.int().lte(9).default(0),
    tags: z.array(z.string()).default([]),
    image: z.object({ url: z.string() }).nullish(),
  });
  const create = createRoute({
    method: 'post',
    path: '/items',
    request: { body: jsonBody(Item) },
    responses: ok,
  });
  app.openapi(create, (c) => c.json(c.req.valid('json'), 200));

  const body = '{"name": "x", "price": 0.0, "count": 10, "tags": [1], "image": 5}';
  const reply = await app.request('/items', { method: 'POST', headers, body });
  expect(reply.status).toBe(422);
  const at = (...path: (string | number)[]) => ['body', ...path];
  expect(await reply.json()).toEqual({
    detail: [
      {
        type: 'string_too_short',
        loc: at('name'),
        msg: 'String should have at least 2 characters',
        input: 'x',
        ctx: { min_length: 2 },
      },
      {
        type: 'greater_than',
        loc: at('price'),
        msg: 'Input should be greater than 0',
        input: 0,
        ctx: { gt: 0 },
      },
      {
        type: 'less_than_equal',
        loc: at('count'),
        msg: 'Input should be less than or equal to 9',
        input: 10,
        ctx: { le: 9 },
      },
      { type: 'string_type', loc: at('tags', 0), msg: 'Input should be a valid string', input: 1 },
      {
        type: 'model_attributes_type',
        loc: at('image'),
        msg: 'Input should be a valid dictionary or object to extract fields from',
        input: 5,
      },
    ],
  });
});

test('a documented response decides what is sent, with its status and headers', async () => {
  const app = createLab({ title: 'Out' });
  const Out = z.object({
    price: float(),
    count: z.int(),
    weight: z.number().default(1),
    parts: z.array(z.object({ size: float() })).optional(),
  });
  const read = createRoute({ method: 'get', path: '/out', responses: { 200: jsonResponse(Out) } });
  app.openapi(read, (c) => {
    c.header('x-cat', 'yes');
    const parts = [{ size: 1, secret: 1 }];
    return c.json({ secret: 1, parts, price: 2, count: 3, weight: 4 }, 200);
  });

  const reply = await app.request('/out');
  expect(await reply.text()).toBe('{"price":2.0,"count":3,"weight":4.0,"parts":[{"size":1.0}]}');
  expect(reply.headers.get('x-cat')).toBe('yes');
});

test('middleware reaches replies that are not the kit’s own, and no crash', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const app = createLab({ title: 'Text' });
  app.use(
    cors({
      allowOrigins: ['http://a.test'],
      allowMethods: ['GET'],
      allowHeaders: [],
      exposeHeaders: [],
      allowCredentials: false,
      maxAgeSeconds: 600,
    }),
  );
  app.use(processTime());
  app.get('/text', (c) => c.text('plain'));
  app.get('/crash', () => {
    throw new Error('out of order');
  });

  const text = await app.request('/text', { headers: { origin: 'http://a.test' } });
  expect(text.headers.get('access-control-allow-origin')).toBe('http://a.test');
  expect(Number(text.headers.get('x-process-time'))).toBeGreaterThan(0);
  const crash = await app.request('/crash', { headers: { origin: 'http://a.test' } });
  expect(crash.status).toBe(500);
  expect(Object.fromEntries(crash.headers)).toEqual({
    'content-type': 'text/plain; charset=utf-8',
  });
  expect(printed).toHaveBeenCalledWith('GET /crash failed: out of order');
});

test('a path with parameters is known to 405 and to the redirect', async () => {
  const app = createLab({ title: 'Paths' });
  const read = createRoute({ method: 'get', path: '/items/{id}', responses: ok });
  app.openapi(read, (c) => c.json({ id: c.req.param('id') }, 200));

  expect(await (await app.request('/items/5')).text()).toBe('{"id":"5"}');
  const wrong = await app.request('/items/5', { method: 'DELETE' });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET']);
  const slash = await app.request('http://lab.test/items/5/?a=1');
  expect([slash.status, slash.headers.get('location')]).toEqual([
    307,
    'http://lab.test/items/5?a=1',
  ]);
  expect((await app.request('/items')).status).toBe(404);
});

test('HEAD is refused with the methods of the first route of the path, whichever takes GET', async () => {
  const app = createLab({ title: 'Items' });
  for (const method of ['post', 'get', 'patch'] as const) {
    app.openapi(createRoute({ method, path: '/items', responses: ok }), (c) => c.json({}, 200));
  }
  app.openapi(createRoute({ method: 'get', path: '/items/{id}', responses: ok }), (c) =>
    c.json({}, 200),
  );
  const allowOf = async (method: string, path: string) => {
    const reply = await app.request(path, { method });
    return [reply.status, reply.headers.get('allow'), reply.headers.get('content-length')];
  };
  expect(await allowOf('HEAD', '/items')).toEqual([405, 'POST', '31']);
  expect(await allowOf('DELETE', '/items')).toEqual([405, 'POST', '31']);
  expect(await allowOf('HEAD', '/items/1')).toEqual([405, 'GET', '31']);
  expect((await app.request('/openapi.json', { method: 'HEAD' })).status).toBe(200);
});

test.each([
  ['/items/%205/', '/items/%205'],
  ['/items/caf%C3%A9%20%F0%9F%A6%84/', '/items/caf%C3%A9%20%F0%9F%A6%84'],
  ['/items/a%25b%3F%zz/', '/items/a%b?%zz'],
  ['/items/%FF/', '/items/%EF%BF%BD'],
  ['/items/[a]%7B%7D/', '/items/[a]%7B%7D'],
])('%s redirects to a place that a header can hold', async (path, place) => {
  const app = createLab({ title: 'Items' });
  const read = createRoute({ method: 'get', path: '/items/{id}', responses: ok });
  app.openapi(read, (c) => c.json({}, 200));
  const reply = await app.request(`http://lab.test${path}`);
  expect([reply.status, reply.headers.get('location')]).toEqual([307, `http://lab.test${place}`]);
});

test('parameters that are not described by an object are refused at once', () => {
  const app = createLab({ title: 'Query' });
  const search = createRoute({
    method: 'get',
    path: '/search',
    request: { query: z.object({ q: z.string() }).transform(({ q }) => ({ q })) },
    responses: ok,
  });
  expect(() => app.openapi(search, (c) => c.json({}, 200))).toThrow(
    'The query parameters of a route are described by a z.object.',
  );
});

test('a mounted app has docs of its own, which load from below its path', async () => {
  const part = createLab({ title: 'Part' });
  const ping = createRoute({ method: 'get', path: '/ping', responses: ok });
  part.openapi(ping, (c) => c.json({ pong: true }, 200, { location: '/elsewhere' }));
  const app = createLab({ title: 'Whole' });
  app.mount('/part', part.fetch);
  const read = async (path: string) => (await app.request(path)).text();

  const addresses = [...(await read('/part/docs')).matchAll(/(?:href|src)="([^"]+)"/g)];
  expect(addresses.length).toBeGreaterThan(2);
  for (const [, address = ''] of addresses) {
    expect(address).toMatch(/^\/part\/docs-assets\//);
    expect((await app.request(address)).status).toBe(200);
  }
  expect(await read('/part/docs')).toContain("'/part/openapi.json'");
  expect(JSON.parse(await read('/part/openapi.json')).info.title).toBe('Part');
  expect(JSON.parse(await read('/openapi.json')).paths).toEqual({});
  // A reply that names a place is no redirect.
  const reply = await app.request('/part/ping');
  expect([reply.status, reply.headers.get('location')]).toEqual([200, '/elsewhere']);
  // Nobody smuggles text into the page by a header.
  const odd = await app.request('/docs', { headers: { 'x-forwarded-prefix': '/a"><script>' } });
  expect(await odd.text()).not.toContain('/a"');
});

test('an error that nobody answers passes all middleware by, one that is answered does not', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const app = createLab({ title: 'Errors' });
  app.use(processTime());
  app.use(async (c, next) => {
    await next();
    c.header('x-after', 'yes');
  });
  app.onError((error, c) => {
    if (error instanceof SyntaxError) return c.text('in other words', 418);
    return answerError(error, c);
  });
  app.get('/known', () => {
    throw new SyntaxError('known');
  });
  app.get('/crash', () => {
    throw new Error('crash');
  });

  const known = await app.request('/known');
  expect(known.status).toBe(418);
  expect(known.headers.get('x-after')).toBe('yes');
  expect(Number(known.headers.get('x-process-time'))).toBeGreaterThanOrEqual(0);
  const crash = await app.request('/crash');
  expect(crash.status).toBe(500);
  expect([...crash.headers.keys()]).toEqual(['content-type']);
});
