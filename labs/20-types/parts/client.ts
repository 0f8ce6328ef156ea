import type { z } from '@hono/zod-openapi';
import { Labelled, type Line, Order } from './models.ts';

/** The server answered with another status than one that means success. */
export class RefusedError extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(`The server answered ${status}: ${body}`);
    this.status = status;
    this.body = body;
  }
}

// #region client
/** A client made of the server's own models. Types go out before it runs, so each reply is parsed when it comes. */
export function createClient(baseUrl: string) {
  async function post<Model extends z.ZodType>(path: string, body: object, model: Model) {
    const reply = await fetch(baseUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new RefusedError(reply.status, await reply.text());
    return model.parse(await reply.json());
  }

  return {
    order: (order: Order) => post('/orders', order, Order),
    label: (line: Line) => post('/checked', line, Labelled),
  };
}
// #endregion
