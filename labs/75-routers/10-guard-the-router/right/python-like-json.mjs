// right: JavaScript without types, JSON with spaces and escapes, a charset, header names in capitals, 307 without the slash.
const escapeLetters = (json) =>
  json.replace(/[^ -~\n]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

function reply(status, value) {
  return new Response(`${escapeLetters(JSON.stringify(value, null, 3))}\n`, {
    status,
    headers: { 'CONTENT-TYPE': 'Application/JSON; charset="UTF-8"', Server: 'own' },
  });
}

const routes = new Map([
  ['', () => [{ username: 'Rick' }, { username: 'Morty' }]],
  ['me', () => ({ username: 'Rick' })],
]);

class UsersApi {
  fetch(request) {
    const { pathname } = new URL(request.url);
    const [, first, name, ...more] = pathname.split('/');
    if (pathname === '/') return reply(200, { message: 'Hello World' });
    if (first !== 'users' || more.length > 0) return reply(404, { detail: 'Not Found' });
    if (name === undefined) {
      return new Response(null, { status: 307, headers: { location: '/users/' } });
    }
    if (!request.headers.has('x-token')) {
      const entry = { input: null, msg: 'Field required', loc: ['header', 'x-token'] };
      return reply(422, { detail: [{ ...entry, type: 'missing' }] });
    }
    if (request.headers.get('x-token') !== 'secret') {
      return reply(403, { detail: 'X-Token header invalid' });
    }
    const find = routes.get(name) ?? (() => ({ username: decodeURIComponent(name) }));
    return reply(200, find());
  }
}

export default new UsersApi();
