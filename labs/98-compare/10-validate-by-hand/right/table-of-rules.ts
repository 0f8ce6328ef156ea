// right: A table of rules, each with its type, asked until one is broken; the reply is indented and has a charset.
type Rule = [type: string, isBroken: (value: never) => boolean];

const count = (text: string) => [...new Intl.Segmenter().segment(text)].length;

const rules: Record<string, Rule[]> = {
  name: [
    ['string_type', (name: unknown) => typeof name !== 'string'],
    ['string_too_short', (name: string) => count(name) < 2],
    ['string_too_long', (name: string) => count(name) > 20],
  ],
  seats: [
    ['int_type', (seats: unknown) => typeof seats !== 'number' || seats % 1 !== 0],
    ['greater_than_equal', (seats: number) => seats <= 0],
    ['less_than_equal', (seats: number) => seats >= 11],
  ],
};

function reply(value: unknown, status = 200): Response {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  return new Response(JSON.stringify(value, null, 2), { status, headers });
}

export default async function answer(request: Request): Promise<Response> {
  let body: Record<string, unknown>;
  try {
    body = JSON.parse(await request.text());
    if (body === null || typeof body !== 'object' || Array.isArray(body)) throw new TypeError();
  } catch {
    return reply(null, 422);
  }
  const detail = [];
  for (const [key, ordered] of Object.entries(rules)) {
    const value = body[key];
    const isThere = Object.keys(body).includes(key);
    const broken = ordered.find(([, isBroken]) => isBroken(value as never));
    if (!isThere) detail.push({ input: body, loc: ['body', key], type: 'missing' });
    else if (broken) detail.push({ input: value, loc: ['body', key], type: broken[0] });
  }
  if (detail.length) return reply({ detail }, 422);
  return reply({ ...body, total_cents: Number(body.seats) * 4500 });
}
