import { request as startRequest } from 'node:http';
import { request as startSecureRequest } from 'node:https';
import type { PreparedRequest } from '../model/course.ts';
import { errorCode } from '../model/error-code.ts';
import { type Exchange, type Json, maxBodyLength, type Reply } from '../model/exchange.ts';
import { unpack } from './unpack.ts';

const defaultDeadlineMs = 10_000;

/**
 * Sends one request exactly as it is written and follows no redirect. A compressed body is unpacked, its headers stay.
 * Never rejects: without a reply, `failure` says why.
 */
export function sendRequest(
  url: string,
  request: PreparedRequest,
  options: { signal?: AbortSignal; deadlineMs?: number } = {},
): Promise<Exchange> {
  const deadlineMs = options.deadlineMs ?? defaultDeadlineMs;
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const finish = (outcome: { response: Reply } | { failure: string }): void => {
      resolve({ request, durationMs: performance.now() - startedAt, ...outcome });
    };
    try {
      const target = new URL(url);
      const start = target.protocol === 'https:' ? startSecureRequest : startRequest;
      const signals = [AbortSignal.timeout(deadlineMs), options.signal].filter(
        (signal) => signal !== undefined,
      );
      const body = request.body === undefined ? undefined : Buffer.from(request.body);
      const outgoing = start({
        protocol: target.protocol,
        hostname: target.hostname.replace(/^\[|\]$/g, ''),
        port: target.port,
        method: request.method,
        path: encodePath(`${target.pathname.replace(/\/$/, '')}${request.path}`),
        headers: {
          ...request.headers,
          ...(body === undefined ? {} : { 'content-length': body.length }),
        },
        agent: false,
        signal: AbortSignal.any(signals),
      });
      outgoing.on('response', (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', (error) => finish({ failure: explain(error, deadlineMs, options) }));
        incoming.on('end', () => {
          const encoding = incoming.headers['content-encoding'];
          const text = unpack(Buffer.concat(chunks), encoding).toString('utf8');
          const reply: Reply = {
            status: incoming.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(incoming.headers).map(([name, value]) => [
                name,
                [value].flat().join(', '),
              ]),
            ),
            body: text.slice(0, maxBodyLength),
            ...(text.length > maxBodyLength ? { isCut: true } : {}),
          };
          const json = parseJson(text);
          finish({ response: json === undefined ? reply : { ...reply, json } });
        });
      });
      outgoing.on('error', (error) => finish({ failure: explain(error, deadlineMs, options) }));
      outgoing.end(body);
    } catch (error) {
      finish({ failure: explain(error, deadlineMs, options) });
    }
  });
}

/** Characters that cannot stand in a request line are escaped; all others are sent as they are. */
function encodePath(path: string): string {
  return path.replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character));
}

function explain(error: unknown, deadlineMs: number, options: { signal?: AbortSignal }): string {
  if (options.signal?.aborted) return 'The request was cancelled.';
  if (error instanceof Error && error.name === 'AbortError') {
    return `There was no reply within ${deadlineMs / 1000} s.`;
  }
  const code = errorCode(error);
  if (code === 'ECONNREFUSED') return 'Nothing listens there any more. Start the lab again.';
  if (code === 'ECONNRESET') return 'The server closed the connection without a reply.';
  return error instanceof Error ? `The request could not be sent: ${error.message}.` : code;
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
