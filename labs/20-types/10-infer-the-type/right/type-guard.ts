// right: A function that takes requests, without a library: a type guard looks at every key.
type Ticket = {
  event: string;
  section: 'stalls' | 'balcony' | 'box';
  seats: number;
  email: string | null;
  student: boolean;
  extras: Record<string, number>;
};

const prices = { stalls: 40, balcony: 25, box: 90 };

const isSection = (value: unknown): value is Ticket['section'] =>
  typeof value === 'string' && Object.hasOwn(prices, value);

const isCounts = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(Number.isInteger);

function readTicket(body: unknown): Ticket | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { event, section, seats, email, student, extras } = {
    event: undefined,
    section: undefined,
    seats: undefined,
    email: undefined,
    student: false,
    extras: {},
    ...body,
  } as Record<string, unknown>;
  if (typeof event !== 'string' || !isSection(section)) return undefined;
  if (typeof seats !== 'number' || !Number.isInteger(seats) || seats < 1) return undefined;
  if (email !== null && typeof email !== 'string') return undefined;
  if (typeof student !== 'boolean' || !isCounts(extras)) return undefined;
  return { event, section, seats, email, student, extras };
}

export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname !== '/tickets' || request.method !== 'POST') {
      return new Response('Not found', { status: 404 });
    }
    const ticket = readTicket(await request.json());
    if (ticket === undefined) return Response.json({ detail: 'No ticket' }, { status: 422 });
    return Response.json({ ticket, total: prices[ticket.section] * ticket.seats });
  },
};
