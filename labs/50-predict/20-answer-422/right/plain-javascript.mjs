// right: JavaScript without types, and an object of a class of its own as the app.
const isSpelled = (text) => text.trim() !== '' && Number.isFinite(Number(text));

function describe(body, field) {
  const loc = ['body', field];
  const input = body[field];
  const msg = 'Input should be a valid number';
  if (!(field in body)) return [{ type: 'missing', loc, msg: 'Field required', input: body }];
  if (typeof input === 'number') return [];
  if (typeof input !== 'string') return [{ type: 'float_type', loc, msg, input }];
  const longer = `${msg}, unable to parse string as a number`;
  return isSpelled(input) ? [] : [{ type: 'float_parsing', loc, msg: longer, input }];
}

function answer(text) {
  let body = null;
  try {
    if (text !== '') body = JSON.parse(text);
  } catch (error) {
    return [{ type: 'json_invalid', loc: ['body', 'somewhere'], msg: error.message, input: text }];
  }
  if (body === null)
    return [{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }];
  const detail = ['feature1', 'feature2'].flatMap((field) => describe(body, field));
  return detail.length > 0
    ? detail
    : { feature1: Number(body.feature1), feature2: Number(body.feature2) };
}

class PredictApi {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname !== '/predict') return new Response('Not Found', { status: 404 });
    const found = answer(await request.text());
    if (!Array.isArray(found)) return Response.json(found);
    return Response.json({ detail: found }, { status: 422 });
  }
}

export default new PredictApi();
