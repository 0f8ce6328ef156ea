import { type IncomingHttpHeaders, request as startRequest } from 'node:http';
import { request as startSecureRequest } from 'node:https';
import { StringDecoder } from 'node:string_decoder';
import type { PreparedRequest } from '../model/course.ts';
import { errorCode } from '../model/error-code.ts';
import {
  type Exchange,
  type Json,
  maxBodyLength,
  maxStreamLength,
  type PartialReply,
  type Reply,
} from '../model/exchange.ts';
import { unpack } from './unpack.ts';

const defaultDeadlineMs = 10_000;

export type SendOptions = {
  signal?: AbortSignal;
  deadlineMs?: number;
  /**
   * Told of a stream of events as it comes. Such a reply has no deadline, as it may have no end, and what has come
   * of it is the reply when `signal` ends it.
   */
  onPart?: (part: PartialReply) => void;
};

/**
 * Sends one request exactly as it is written and follows no redirect. A compressed body is unpacked, its headers stay.
 * Never rejects: without a reply, `failure` says why.
 */
export function sendRequest(
  url: string,
  request: PreparedRequest,
  options: SendOptions = {},
): Promise<Exchange> {
  const { deadlineMs = defaultDeadlineMs, onPart } = options;
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const late = new AbortController();
    const deadline = setTimeout(() => late.abort(), deadlineMs);
    const durationMs = () => performance.now() - startedAt;
    let readStream: (() => Reply) | undefined;
    let clientPort: number | undefined;
    const fail = (error: unknown): void => {
      const isStopped = options.signal?.aborted === true && readStream !== undefined;
      if (isStopped) finish({ response: readStream?.(), isStopped });
      else finish({ failure: explain(error, deadlineMs, options) });
    };
    const finish = (outcome: Omit<Exchange, 'request' | 'durationMs'>): void => {
      clearTimeout(deadline);
      const from = clientPort === undefined ? {} : { clientPort };
      resolve({ request, durationMs: durationMs(), ...from, ...outcome });
    };
    try {
      const target = new URL(url);
      const start = target.protocol === 'https:' ? startSecureRequest : startRequest;
      const signals = [late.signal, options.signal].filter((signal) => signal !== undefined);
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
        const head = { status: incoming.statusCode ?? 0, headers: joinValues(incoming.headers) };
        const isStream = head.headers['content-type']?.startsWith('text/event-stream') ?? false;
        if (isStream && onPart !== undefined) clearTimeout(deadline);
        const decoder = new StringDecoder('utf8');
        const chunks: Buffer[] = [];
        let text = '';
        const readReply = (whole: string): Reply => {
          const kept = isStream ? maxStreamLength : maxBodyLength;
          const cut = whole.length > kept ? { isCut: true as const } : {};
          return { ...head, body: whole.slice(0, kept), ...cut };
        };
        if (isStream) readStream = () => readReply(text);
        incoming.on('data', (chunk: Buffer) => {
          if (!isStream) return void chunks.push(chunk);
          // It may have no end: only so much of it is kept.
          if (text.length <= maxStreamLength) text += decoder.write(chunk);
          onPart?.({ ...head, body: text, durationMs: durationMs() });
        });
        incoming.on('error', fail);
        incoming.on('end', () => {
          if (isStream) return finish({ response: readReply(text) });
          const encoding = incoming.headers['content-encoding'];
          const whole = unpack(Buffer.concat(chunks), encoding).toString('utf8');
          const json = parseJson(whole);
          const reply = readReply(whole);
          finish({ response: json === undefined ? reply : { ...reply, json } });
        });
      });
      outgoing.on('socket', (socket) =>
        socket.once('connect', () => {
          clientPort = socket.localPort;
        }),
      );
      // Nobody talks over the WebSocket: the handshake is what was asked for.
      outgoing.on('upgrade', (incoming, socket) => {
        socket.destroy();
        const head = { status: incoming.statusCode ?? 0, headers: joinValues(incoming.headers) };
        finish({ response: { ...head, body: '' } });
      });
      outgoing.on('error', fail);
      outgoing.end(body);
    } catch (error) {
      fail(error);
    }
  });
}

function joinValues(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
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
