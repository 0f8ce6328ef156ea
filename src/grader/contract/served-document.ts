import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Exchange, Json } from '../../model/exchange.ts';

const documentPath = '/openapi.json';
const maxBytes = 1024 * 1024;

/** The document among replies that came already. */
export function findServedDocument(exchanges: Exchange[]): Json | undefined {
  return exchanges.findLast(
    ({ request, response }) =>
      request.method === 'GET' && request.path === documentPath && response?.status === 200,
  )?.response?.json;
}

/** Asks a target for its OpenAPI document. Undefined, never an error, when none comes in time. */
export function fetchDocument(baseUrl: string, deadlineMs: number): Promise<Json | undefined> {
  const { promise, resolve } = Promise.withResolvers<Json | undefined>();
  const url = URL.parse(`${baseUrl}${documentPath}`);
  if (url === null) return Promise.resolve(undefined);
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const request = send(url, { agent: false, headers: { accept: 'application/json' } });
  const giveUp = () => {
    clearTimeout(deadline);
    resolve(undefined);
    request.destroy();
  };
  const deadline = setTimeout(giveUp, deadlineMs);
  request.on('error', giveUp);
  request.on('response', (response) => {
    const chunks: Buffer[] = [];
    let length = 0;
    if (response.statusCode !== 200) return giveUp();
    response.on('error', giveUp);
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxBytes) giveUp();
    });
    response.on('end', () => {
      clearTimeout(deadline);
      resolve(parseJson(Buffer.concat(chunks).toString()));
    });
  });
  request.end();
  return promise;
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
