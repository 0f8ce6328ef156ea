import { createRoute, z } from '@hono/zod-openapi';
import { beforeAll, expect, test, vi } from 'vitest';
import { float } from '../../../labs/kit/float.ts';
import { int } from '../../../labs/kit/int.ts';
import { jsonBody, ok } from '../../../labs/kit/json-content.ts';
import { createLab } from '../../../labs/kit/lab.ts';
import { smartUnion } from '../../../labs/kit/smart-union.ts';

const Circle = z.object({ shape: z.literal(['circle', 'ring']), radius: float() });
const Square = z.object({ shape: z.literal('square'), side: float() }).openapi('Square');

const Drawing = z
  .object({
    parts: z.array(z.discriminatedUnion('shape', [Circle.openapi('Circle'), Square])),
    sizes: z.record(z.string(), float()).default({}),
    mark: smartUnion([int(), z.string()]).nullable().default(null),
  })
  .openapi('Drawing');

const app = createLab({ title: 'Drawings' });
const draw = createRoute({
  method: 'post',
  path: '/draw',
  request: { body: jsonBody(Drawing) },
  responses: ok,
});
app.openapi(draw, (c) => c.json(c.req.valid('json'), 200));

beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

async function send(body: unknown): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const reply = await app.request('/draw', { method: 'POST', headers, body: JSON.stringify(body) });
  return reply.text();
}

test('members of unions inside lists, and values under any key, are written in their types', async () => {
  const body = {
    parts: [
      { shape: 'ring', radius: 1 },
      { shape: 'square', side: '2' },
    ],
    sizes: { a: 3 },
    mark: '7',
  };
  expect(await send(body)).toBe(
    '{"parts":[{"shape":"ring","radius":1.0},{"shape":"square","side":2.0}],"sizes":{"a":3.0},"mark":"7"}',
  );
});

test('the tag of a member is a step in loc, wherever the union is', async () => {
  const { detail } = JSON.parse(
    await send({
      parts: [{ shape: 'ring' }, { shape: 'square', side: 'x' }, { shape: 'line' }, {}, []],
      sizes: { a: 'x' },
      mark: 1.5,
    }),
  );
  expect(detail.map(({ type, loc }: { type: string; loc: unknown[] }) => [type, ...loc])).toEqual([
    ['missing', 'body', 'parts', 0, 'ring', 'radius'],
    ['float_parsing', 'body', 'parts', 1, 'square', 'side'],
    ['union_tag_invalid', 'body', 'parts', 2],
    ['union_tag_not_found', 'body', 'parts', 3],
    ['model_attributes_type', 'body', 'parts', 4],
    ['float_parsing', 'body', 'sizes', 'a'],
    ['int_from_float', 'body', 'mark', 'int'],
    ['string_type', 'body', 'mark', 'str'],
  ]);
});

test('a union is documented with its members and their tags', async () => {
  const document = JSON.parse(await (await app.request('/openapi.json')).text());
  expect(document.components.schemas.Drawing.properties).toMatchObject({
    parts: {
      items: {
        oneOf: [{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Square' }],
        discriminator: {
          propertyName: 'shape',
          mapping: {
            circle: '#/components/schemas/Circle',
            ring: '#/components/schemas/Circle',
            square: '#/components/schemas/Square',
          },
        },
      },
    },
    sizes: { type: 'object', additionalProperties: { type: 'number' } },
    mark: { anyOf: [{ type: 'integer' }, { type: 'string' }, { type: 'null' }] },
  });
});

test('a smart union has members that it can name', () => {
  expect(() => smartUnion([int({ ge: 1 }), z.string()])).toThrow('without bounds');
  expect(() => smartUnion([z.object({})])).toThrow('int(), bool() and z.string()');
});
