// rejected-by: checks-the-name
// mistake: Asks for the length and not for the type: a list has one, too.
type Check = (value: unknown) => string | undefined;

const checkName: Check = (name) => {
  const length = Array.isArray(name) ? name.length : [...String(name)].length;
  if (length < 2) return 'string_too_short';
  return length > 20 ? 'string_too_long' : undefined;
};

const checkSeats: Check = (seats) => {
  if (typeof seats !== 'number' || !Number.isInteger(seats)) return 'int_type';
  if (seats < 1) return 'greater_than_equal';
  return seats > 10 ? 'less_than_equal' : undefined;
};

const checks = { name: checkName, seats: checkSeats };

function listErrors(body: object) {
  return Object.entries(checks).flatMap(([key, check]) => {
    const loc = ['body', key];
    if (!(key in body)) return [{ type: 'missing', loc, input: body }];
    const input: unknown = Object(body)[key];
    const type = check(input);
    return type === undefined ? [] : [{ type, loc, input }];
  });
}

export default async function answer(request: Request): Promise<Response> {
  const body: unknown = await request.json().catch(() => null);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return Response.json({ detail: 'The body is no JSON object' }, { status: 422 });
  }
  const errors = listErrors(body);
  if (errors.length > 0) return Response.json({ detail: errors }, { status: 422 });
  const { name, seats } = Object(body);
  return Response.json({ name, seats, total_cents: seats * 4500 });
}
