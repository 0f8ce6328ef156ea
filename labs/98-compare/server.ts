// #region imports
import { createRoute, z } from '@hono/zod-openapi';
import { HTTPError } from '../kit/http-error.ts';
import { int } from '../kit/int.ts';
import { jsonBody, jsonResponse } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';

// #endregion

// #region app
const app = createLab({ title: 'Box office', version: '1.0.0' });
// #endregion

// #region models
const Discount = z.enum(['none', 'student', 'senior']).openapi('Discount');

// #region order
const Order = z
  .strictObject({
    show_id: int(),
    name: z.string().min(2).max(20),
    seats: int({ ge: 1, le: 10 }),
    discount: Discount.default('none'),
    note: z.string().max(50).nullable().default(null),
  })
  .openapi('Order');
// #endregion
// #endregion

// #region replies
const Show = z.object({ id: int(), title: z.string(), price_cents: int() }).openapi('Show');

const Quote = z
  .object({
    show: z.string(),
    name: z.string(),
    seats: int(),
    total_cents: int(),
    note: z.string().nullable(),
  })
  .openapi('Quote');
// #endregion

// #region shows
const shows = [
  { id: 1, title: 'Hamlet', price_cents: 4500 },
  { id: 2, title: 'The Tempest', price_cents: 6000 },
  { id: 3, title: 'Macbeth', price_cents: 5200 },
];
const percentOff = { none: 0, student: 20, senior: 30 };

function findShow(showId: number) {
  const show = shows.find(({ id }) => id === showId);
  if (show === undefined) throw new HTTPError(404, 'No such show');
  return show;
}

const noSuchShow = { 404: { description: 'No such show' } };
// #endregion

// #region list
const listShows = createRoute({
  method: 'get',
  path: '/shows',
  operationId: 'list_shows',
  request: { query: z.object({ limit: int({ ge: 1, le: 20 }).default(10) }) },
  responses: { 200: jsonResponse(z.array(Show)) },
});

app.openapi(listShows, (c) => c.json(shows.slice(0, c.req.valid('query').limit), 200));
// #endregion

// #region show
const readShow = createRoute({
  method: 'get',
  path: '/shows/{show_id}',
  operationId: 'read_show',
  request: { params: z.object({ show_id: int() }) },
  responses: { 200: jsonResponse(Show), ...noSuchShow },
});

app.openapi(readShow, (c) => c.json(findShow(c.req.valid('param').show_id), 200));
// #endregion

// #region quote
const quote = createRoute({
  method: 'post',
  path: '/quotes',
  operationId: 'quote',
  request: { body: jsonBody(Order) },
  responses: { 200: jsonResponse(Quote), ...noSuchShow },
});

app.openapi(quote, (c) => {
  const { show_id, name, seats, discount, note } = c.req.valid('json');
  const show = findShow(show_id);
  const total_cents = (show.price_cents * seats * (100 - percentOff[discount])) / 100;
  return c.json({ show: show.title, name, seats, total_cents, note }, 200);
});
// #endregion

export default app;
