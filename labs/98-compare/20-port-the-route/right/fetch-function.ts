// right: No framework and no schema: the holes are closed by hand, in a function from a request to a response.
const shows = [
  { id: 1, title: 'Hamlet', price_cents: 4500 },
  { id: 2, title: 'The Tempest', price_cents: 6000 },
  { id: 3, title: 'Macbeth', price_cents: 5200 },
];
const percentOff = new Map<unknown, number>([
  ['none', 0],
  ['student', 20],
  ['senior', 30],
]);

const refuse = (error: string, status = 400) => Response.json({ error }, { status });

export default async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, showId] = /^\/shows\/([^/]+)\/quotes$/.exec(pathname) ?? [];
  if (showId === undefined || request.method !== 'POST') return refuse('not found', 404);
  const show = shows.find(({ id }) => `${id}` === showId);
  if (show === undefined) return refuse('no such show', 404);
  let order: unknown;
  try {
    order = JSON.parse(await request.text());
  } catch (error) {
    return refuse(String(error));
  }
  if (typeof order !== 'object' || order === null || Array.isArray(order)) {
    return refuse('an order is an object');
  }
  const { seats, discount = 'none' } = Object(order);
  if (!Number.isInteger(seats) || seats < 1 || seats > 10) return refuse('seats must be 1 to 10');
  const percent = percentOff.get(discount);
  if (percent === undefined) return refuse('unknown discount');
  const total_cents = show.price_cents * seats * (1 - percent / 100);
  return Response.json(
    { total_cents: Math.round(total_cents), seats, show: show.title },
    { status: 201 },
  );
}
