// right: Plain JavaScript on a small router of its own; a problem is an exception, gathered for each field.
class Problem extends Error {}

const fields = {
  name(value) {
    if (typeof value !== 'string') throw new Problem('string_type');
    const size = Array.from(value).length;
    if (size < 2) throw new Problem('string_too_short');
    if (size > 20) throw new Problem('string_too_long');
  },
  seats(value) {
    if (!Number.isSafeInteger(value)) throw new Problem('int_type');
    if (value < 1) throw new Problem('greater_than_equal');
    if (value > 10) throw new Problem('less_than_equal');
  },
};

function validate(body) {
  const errors = [];
  for (const key of Object.keys(fields)) {
    const loc = ['body', key];
    try {
      if (!Object.hasOwn(body, key)) errors.push({ type: 'missing', loc, input: body });
      else fields[key](body[key]);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      errors.push({ type: problem.message, loc, input: body[key] });
    }
  }
  return errors;
}

const routes = {
  'POST /quotes': async (request) => {
    const body = await request.json();
    if (body?.constructor !== Object) throw new SyntaxError('no object');
    const errors = validate(body);
    if (errors.length > 0) return [422, { detail: errors }];
    return [200, { name: body.name, seats: body.seats, total_cents: body.seats * 4500 }];
  },
};

export default async (request) => {
  const route = routes[`${request.method} ${new URL(request.url).pathname}`];
  if (!route) return new Response('not here', { status: 404 });
  try {
    const [status, value] = await route(request);
    return Response.json(value, { status });
  } catch {
    return new Response('', { status: 422 });
  }
};
