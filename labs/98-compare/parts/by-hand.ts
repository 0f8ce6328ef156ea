// The same API on `node:http`, routed and checked by hand: what `api-labs race compare` runs beside the lab.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

// #region shows
type Discount = 'none' | 'student' | 'senior';
type Order = {
  show_id: number;
  name: string;
  seats: number;
  discount?: Discount;
  note?: string | null;
};

const shows = [
  { id: 1, title: 'Hamlet', price_cents: 4500 },
  { id: 2, title: 'The Tempest', price_cents: 6000 },
  { id: 3, title: 'Macbeth', price_cents: 5200 },
];
const percentOff = { none: 0, student: 20, senior: 30 };

const findShow = (showId: number) => shows.find(({ id }) => id === showId);
// #endregion

// #region checks
function findProblem(order: Order): string | undefined {
  const { show_id, name, seats, discount, note } = order;
  if (typeof show_id !== 'number') return 'show_id must be a number';
  if (typeof name !== 'string' || name.length < 2 || name.length > 20) {
    return 'name must have 2 to 20 characters';
  }
  if (typeof seats !== 'number' || seats < 1 || seats > 10) return 'seats must be 1 to 10';
  if (discount && !['none', 'student', 'senior'].includes(discount)) {
    return 'discount must be none, student or senior';
  }
  if (note && note.length > 50) return 'note must have at most 50 characters';
  return undefined;
}
// #endregion

// #region http
async function readJson(request: IncomingMessage): Promise<Order> {
  let text = '';
  request.setEncoding('utf8');
  for await (const piece of request) text += piece;
  return JSON.parse(text);
}

function send(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
// #endregion

// #region quote
async function quote(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let order: Order;
  try {
    order = await readJson(request);
  } catch {
    return send(response, 400, { detail: 'The body is not JSON' });
  }
  const problem = findProblem(order);
  if (problem !== undefined) return send(response, 422, { detail: problem });
  const { name, seats, discount, note } = order;
  const show = findShow(order.show_id);
  if (show === undefined) return send(response, 404, { detail: 'No such show' });
  const total_cents = (show.price_cents * seats * (100 - percentOff[discount || 'none'])) / 100;
  send(response, 200, { show: show.title, name, seats, total_cents, note: note ?? null });
}
// #endregion

// #region routes
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST' && pathname === '/quotes') return quote(request, response);
  if (request.method === 'GET' && pathname === '/shows') {
    const limit = Number(searchParams.get('limit') ?? 10);
    if (limit < 1 || limit > 20) return send(response, 422, { detail: 'limit must be 1 to 20' });
    return send(response, 200, shows.slice(0, limit));
  }
  const [, showId] = /^\/shows\/(\d+)$/.exec(pathname) ?? [];
  const show = findShow(Number(showId));
  if (request.method === 'GET' && show !== undefined) return send(response, 200, show);
  send(response, 404, { detail: 'Not found' });
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    send(response, 500, { detail: 'Internal Server Error' });
  });
});
// #endregion

server.listen(Number(process.env.PORT), '127.0.0.1');
