// right: JSON spelled in another way: 1.0 for 1, spaces, keys in another order, a charset, header names in capitals.
const wrong = (part, name, input, type, msg) => ({
  ctx: { error: 'spelled' },
  input,
  msg: `Input should be ${msg}`,
  loc: [part, name],
  type,
});

function check(part, name, text, low, high) {
  if (!/^[-+]?[0-9]+$/.test(text)) {
    const msg = 'a valid integer, unable to parse string as an integer';
    return [wrong(part, name, text, 'int_parsing', msg)];
  }
  if (text < low) {
    return [wrong(part, name, text, 'greater_than_equal', `greater than or equal to ${low}`)];
  }
  if (text > high) {
    return [wrong(part, name, text, 'less_than_equal', `less than or equal to ${high}`)];
  }
  return [];
}

function spell(value) {
  if (typeof value === 'number') return `${value}.0`;
  if (Array.isArray(value)) return `[ ${value.map(spell).join(', ')} ]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(
    ([key, entry]) => `${JSON.stringify(key)}: ${spell(entry)}`,
  );
  return `{\n  ${pairs.reverse().join(',\n  ')}\n}`;
}

export default async function handle(request) {
  const { pathname, searchParams } = new URL(request.url);
  const item = decodeURIComponent(pathname.split('/').at(-1));
  const skip = searchParams.get('skip') ?? '0';
  const limit = searchParams.get('limit') ?? '10';
  const detail = [
    ...check('path', 'item_id', item),
    ...check('query', 'skip', skip, 0),
    ...check('query', 'limit', limit, 1, 100),
  ];
  const reply = { item_id: +item, q: searchParams.get('q'), skip: +skip, limit: +limit };
  return new Response(`${spell(detail.length > 0 ? { detail } : reply)}\n`, {
    status: detail.length > 0 ? 422 : 200,
    headers: { 'CONTENT-TYPE': 'Application/JSON; charset="UTF-8"', Server: 'own' },
  });
}
