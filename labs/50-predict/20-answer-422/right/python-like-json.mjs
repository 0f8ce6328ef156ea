// right: JSON spelled in another way: 1.0 for 1, spaces, keys in another order, a charset, header names in capitals.
const isSpelled = (text) => text.trim() !== '' && Number.isFinite(Number(text));

function describe(body, field) {
  const loc = ['body', field];
  const input = body[field];
  const msg = 'Input should be a valid number';
  if (!(field in body))
    return [
      { input: body, msg: 'Field required', loc, type: 'missing', url: 'https://example.com' },
    ];
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

/** Whole numbers as Python writes a float, and a space after each colon and comma. */
function spell(value) {
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}.0` : String(value);
  if (Array.isArray(value)) return `[ ${value.map(spell).join(', ')} ]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(
    ([key, entry]) => `${JSON.stringify(key)}: ${spell(entry)}`,
  );
  return `{\n  ${pairs.reverse().join(',\n  ')}\n}`;
}

export default async function handle(request) {
  const found = answer(await request.text());
  const isRefused = Array.isArray(found);
  return new Response(`${spell(isRefused ? { detail: found } : found)}\n`, {
    status: isRefused ? 422 : 200,
    headers: { 'CONTENT-TYPE': 'Application/JSON; charset="UTF-8"', Server: 'own' },
  });
}
