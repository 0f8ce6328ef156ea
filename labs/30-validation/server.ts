// #region imports
import { createRoute, z } from '@hono/zod-openapi';
import { embed } from '../kit/body.ts';
import { bool } from '../kit/bool.ts';
import { float } from '../kit/float.ts';
import { int, strictInt } from '../kit/int.ts';
import { jsonBody, jsonResponse, ok } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';

// #endregion

// #region app
const app = createLab({ title: 'Validation', version: '1.0.0' });
// #endregion

// #region models
const Color = z.enum(['red', 'green', 'blue']).openapi('Color');

// #region image
const Image = z
  .object({
    url: z.string().min(3),
    width: int({ gt: 0, le: 4096 }).default(1),
  })
  .openapi('Image');
// #endregion

const Item = z
  .object({
    name: z.string().min(2).max(20),
    price: float({ gt: 0 }),
    description: z.string().nullable().default(null),
    color: Color.default('red'),
    tags: z.array(z.string()).default([]),
    image: Image.nullable().default(null),
    in_stock: bool().default(true),
    count: int().default(0),
  })
  .openapi('Item');
// #endregion

// #region reply
/** What a client gets to see: neither the stock nor what is added when the item is stored. */
const ItemOut = z
  .object({
    name: z.string(),
    price: float(),
    color: Color,
    tags: z.array(z.string()).default([]),
    image: Image.nullable().default(null),
  })
  .openapi('ItemOut');
// #endregion

// #region create
const createItem = createRoute({
  method: 'post',
  path: '/items',
  operationId: 'create_item',
  tags: ['items'],
  request: { body: jsonBody(Item) },
  responses: { 201: jsonResponse(ItemOut) },
});

app.openapi(createItem, (c) => {
  const item = c.req.valid('json');
  return c.json({ ...item, secret: 'hidden' }, 201);
});
// #endregion

// #region unset
const createUnset = createRoute({
  method: 'post',
  path: '/items-unset',
  operationId: 'create_unset',
  request: { body: jsonBody(Item) },
  responses: { 200: jsonResponse(Item, { excludeUnset: true }) },
});

app.openapi(createUnset, (c) => c.json(c.req.valid('json'), 200));
// #endregion

// #region two-bodies
const putItem = createRoute({
  method: 'put',
  path: '/items/{item_id}',
  operationId: 'put_item',
  tags: ['items'],
  request: {
    params: z.object({ item_id: int() }),
    body: jsonBody(
      embed('Body_put_item_items__item_id__put', { item: Item, importance: int({ gt: 0 }) }),
    ),
  },
  responses: ok,
});

app.openapi(putItem, (c) => {
  const { item_id } = c.req.valid('param');
  const { item, importance } = c.req.valid('json');
  return c.json({ item_id, name: item.name, importance }, 200);
});
// #endregion

// #region list
const rawList = createRoute({
  method: 'post',
  path: '/raw-list',
  operationId: 'raw_list',
  request: { body: jsonBody(z.array(int()).openapi({ title: 'Items' })) },
  responses: ok,
});

app.openapi(rawList, (c) => {
  const numbers = c.req.valid('json');
  return c.json({ sum: numbers.reduce((sum, number) => sum + number, 0) }, 200);
});
// #endregion

// #region optional
const Input = z.object({ feature1: float(), feature2: float() }).openapi('Input');

const optionalBody = createRoute({
  method: 'post',
  path: '/optional-body',
  operationId: 'optional_body',
  request: {
    body: {
      content: { 'application/json': { schema: Input.nullable().openapi({ title: 'Data' }) } },
      required: false,
    },
  },
  responses: ok,
});

app.openapi(optionalBody, (c) => c.json({ data: c.req.valid('json') }, 200));
// #endregion

// #region any-object
const slashPost = createRoute({
  method: 'post',
  path: '/slash-post/',
  operationId: 'slash_post',
  request: { body: jsonBody(z.record(z.string(), z.unknown()).openapi({ title: 'X' })) },
  responses: ok,
});

app.openapi(slashPost, (c) => c.json(c.req.valid('json'), 200));
// #endregion

// #region strict
// #region strict-model
const Order = z
  .strictObject({
    quantity: strictInt({ gt: 0 }),
    express: z.boolean().default(false),
  })
  .openapi('Order');
// #endregion

const order = createRoute({
  method: 'post',
  path: '/orders',
  operationId: 'order',
  request: { body: jsonBody(Order) },
  responses: ok,
});

app.openapi(order, (c) => c.json(c.req.valid('json'), 200));
// #endregion

// #region own-rules
// #region rules
const Booking = z
  .object({
    first_night: int({ ge: 1, le: 365 }),
    nights: int({ ge: 1 }),
    guest: z.string().refine((name) => name.trim() !== '', 'a guest needs a name'),
  })
  .refine(({ first_night, nights }) => first_night + nights <= 366, 'the stay ends next year')
  .openapi('Booking');
// #endregion

const book = createRoute({
  method: 'post',
  path: '/bookings',
  operationId: 'book',
  request: { body: jsonBody(Booking) },
  responses: ok,
});

app.openapi(book, (c) => c.json(c.req.valid('json'), 200));
// #endregion

// #region broken-promise
const badResponse = createRoute({
  method: 'get',
  path: '/bad-response',
  operationId: 'bad_response',
  responses: { 200: jsonResponse(ItemOut) },
});

// @ts-expect-error The compiler sees the broken promise; at run time the response model does.
app.openapi(badResponse, (c) => c.json({ name: 'x' }, 200));
// #endregion

export default app;
