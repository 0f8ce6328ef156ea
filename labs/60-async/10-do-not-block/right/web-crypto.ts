// right: A fetch function, with the Web Crypto API, which knows no other way than to be awaited.
const encoder = new TextEncoder();

async function hashPassword(password: string): Promise<string> {
  const bytes = encoder.encode(password);
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const salt = encoder.encode('salt');
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 100_000 };
  const bits = await crypto.subtle.deriveBits(algorithm, key, 256);
  return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export default async function answer(request: Request): Promise<Response> {
  switch (`${request.method} ${new URL(request.url).pathname}`) {
    case 'GET /health':
      return Response.json({ status: 'ok' });
    case 'POST /hash': {
      const { password } = Object(await request.json());
      return Response.json({ hash: await hashPassword(password) });
    }
    case 'POST /verify': {
      const { password, hash } = Object(await request.json());
      return Response.json({ matches: hash === (await hashPassword(password)) });
    }
    default:
      return new Response('Nothing here', { status: 404 });
  }
}
