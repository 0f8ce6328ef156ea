// right: JavaScript without types, JSON with spaces and escapes, a charset, header names in capitals, 307 for a last slash.
const colors = new Set(['red', 'green', 'blue']);
const truthy = new Set(['true', '1', 'yes', 'on', 't', 'y']);
const falsy = new Set(['false', '0', 'no', 'off', 'f', 'n']);

function readModel(color) {
  if (colors.has(color)) return { color };
  const ctx = { expected: "'red', 'green' or 'blue'" };
  const msg = `Input should be ${ctx.expected}`;
  return { detail: [{ ctx, input: color, msg, loc: ['path', 'color'], type: 'enum' }] };
}

function search(parameters) {
  const detail = [];
  if (!parameters.has('item-query')) {
    const loc = ['query', 'item-query'];
    detail.push({ type: 'missing', loc, msg: 'Field required', input: null });
  }
  const word = parameters.getAll('exact').at(-1);
  const small = (word ?? 'false').toLowerCase();
  if (!truthy.has(small) && !falsy.has(small)) {
    const msg = 'Input should be a valid boolean, unable to interpret input';
    detail.push({ type: 'bool_parsing', loc: ['query', 'exact'], msg, input: word });
  }
  if (detail.length > 0) return { detail };
  const text = parameters.getAll('item-query').at(-1);
  return { exact: truthy.has(small), tags: parameters.getAll('tag'), item_query: text };
}

const escapeLetters = (json) =>
  json.replace(/[^ -~\n]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

class ChooseApi {
  fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/')) {
      return new Response(null, { status: 307, headers: { location: pathname.slice(0, -1) } });
    }
    const [, color] = /^\/models\/([^/]+)$/.exec(pathname) ?? [];
    const found = color ? readModel(decodeURIComponent(color)) : search(searchParams);
    return new Response(`${escapeLetters(JSON.stringify(found, null, 3))}\n`, {
      status: 'detail' in found ? 422 : 200,
      headers: { 'CONTENT-TYPE': 'Application/JSON; charset="UTF-8"', Server: 'own' },
    });
  }
}

export default new ChooseApi();
