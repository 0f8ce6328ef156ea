// right: No Hono and no zod; the promise of a reply is kept, so that even a request at the same time would wait for it.
import { isDeepStrictEqual } from 'node:util';

let calls = 0;

type Kept = { payment: object; reply: Promise<{ status: number; text: string }> };
const kept: Record<string, Kept> = Object.create(null);

async function pay(amount: number, to: string) {
  calls += 1;
  return amount > 1000
    ? { status: 402, text: JSON.stringify({ detail: 'Declined' }) }
    : { status: 201, text: JSON.stringify({ to, amount, payment_id: calls }, null, 1) };
}

const refuse = () => new Response(null, { status: 422 });

export default async function answer(request: Request): Promise<Response> {
  if (new URL(request.url).pathname === '/bank') return Response.json({ calls });
  const { amount, to } = Object(await request.json().catch(() => null));
  if (typeof amount !== 'number' || amount <= 0 || typeof to !== 'string') return refuse();
  const key = request.headers.get('idempotency-key');
  const known = key === null ? undefined : kept[key];
  if (known !== undefined && !isDeepStrictEqual(known.payment, { amount, to })) return refuse();
  const reply = known?.reply ?? pay(amount, to);
  if (key !== null) kept[key] ??= { payment: { amount, to }, reply };
  const { status, text } = await reply;
  return new Response(text, { status, headers: { 'Content-Type': 'application/json' } });
}
