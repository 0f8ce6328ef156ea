import type { Context } from 'hono';
import { decodePythonBase64 } from './decode-python-base64.ts';
import { HTTPError } from './http-error.ts';
import type { Dependency } from './router.ts';

/** A security scheme as a dependency: it is in the docs, and who shows no credentials gets a 401. */
class SecurityScheme<Credentials> implements Dependency {
  readonly request = {};
  readonly security: { name: string; scheme: object };
  /** The credentials of a request; throws a 401 when there are none. Whether they are right is not asked. */
  readonly read: (c: Context) => Credentials;
  readonly run: (c: Context) => void;

  constructor(
    security: { name: string; scheme: object },
    challenge: string,
    find: (c: Context) => Credentials | undefined,
  ) {
    this.security = security;
    this.read = (c) => {
      const found = find(c);
      if (found !== undefined) return found;
      throw new HTTPError(401, 'Not authenticated', { 'WWW-Authenticate': challenge });
    };
    this.run = (c) => {
      this.read(c);
    };
  }
}

/** What every scheme may be told: its name in the docs, and words about it. */
type SchemeOptions = { schemeName?: string; description?: string };

/** FastAPI's HTTPBearer: reads `Authorization: Bearer <token>`. */
export class HTTPBearer extends SecurityScheme<{ scheme: string; credentials: string }> {
  constructor({ schemeName = 'HTTPBearer', ...words }: SchemeOptions = {}) {
    const scheme = { type: 'http', scheme: 'bearer', ...words };
    super({ name: schemeName, scheme }, 'Bearer', (c) => {
      const { scheme, credentials } = readAuthorization(c);
      const isBearer = scheme.toLowerCase() === 'bearer' && credentials !== '';
      return isBearer ? { scheme, credentials } : undefined;
    });
  }
}

/** FastAPI's OAuth2PasswordBearer: reads a bearer token, and tells the docs where a password is exchanged for one. */
export class OAuth2PasswordBearer extends SecurityScheme<string> {
  constructor({
    tokenUrl,
    schemeName = 'OAuth2PasswordBearer',
    ...words
  }: SchemeOptions & { tokenUrl: string }) {
    const scheme = { type: 'oauth2', flows: { password: { scopes: {}, tokenUrl } }, ...words };
    super({ name: schemeName, scheme }, 'Bearer', (c) => {
      const { scheme, credentials } = readAuthorization(c);
      // Unlike HTTPBearer it takes an empty token.
      return scheme.toLowerCase() === 'bearer' ? credentials : undefined;
    });
  }
}

/** FastAPI's HTTPBasic: reads `Authorization: Basic <name and password in base64>`. */
export class HTTPBasic extends SecurityScheme<{ username: string; password: string }> {
  constructor({ schemeName = 'HTTPBasic', ...words }: SchemeOptions = {}) {
    const scheme = { type: 'http', scheme: 'basic', ...words };
    super({ name: schemeName, scheme }, 'Basic', (c) => {
      const { scheme, credentials } = readAuthorization(c);
      if (scheme.toLowerCase() !== 'basic') return undefined;
      const text = decodePythonBase64(credentials);
      const [, username, password] = /^([^:]*):(.*)$/s.exec(text ?? '') ?? [];
      return username === undefined || password === undefined ? undefined : { username, password };
    });
  }
}

/** FastAPI's APIKeyHeader: reads a key from a header of its own. */
export class APIKeyHeader extends SecurityScheme<string> {
  constructor({ name, schemeName = 'APIKeyHeader', ...words }: SchemeOptions & { name: string }) {
    const scheme = { type: 'apiKey', in: 'header', name, ...words };
    // HTTP asks for a challenge with each 401; for keys there is no standard one.
    super({ name: schemeName, scheme }, 'APIKey', (c) => c.req.header(name) || undefined);
  }
}

const outerSpace = /^\p{White_Space}+|\p{White_Space}+$/gu;

/** The two halves of the header `Authorization`, split at its first space. */
function readAuthorization(c: Context): { scheme: string; credentials: string } {
  const [scheme = '', ...rest] = (c.req.header('authorization') ?? '').split(' ');
  return { scheme, credentials: rest.join(' ').replace(outerSpace, '') };
}
