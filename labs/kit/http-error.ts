import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** FastAPI's HTTPException: thrown anywhere, it is answered with its status, `{"detail": ...}` and its headers. */
export class HTTPError extends HTTPException {
  override name = 'HTTPError';
  readonly headers: Record<string, string>;

  constructor(status: ContentfulStatusCode, detail: string, headers: Record<string, string> = {}) {
    super(status, { message: detail });
    this.headers = headers;
  }
}
