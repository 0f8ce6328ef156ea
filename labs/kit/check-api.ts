import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type Connect, createConnect } from './conversation.ts';
import { joinValues, lowerCaseNames } from './header-names.ts';
import { NoReply, notInTime, toNoReply } from './no-reply.ts';

export type { Came, Conversation } from './conversation.ts';
export { NoReply } from './no-reply.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What the target answered; `json` is there when the body is JSON. */
export type Reply = {
  status: number;
  /** By lower-case name; a repeated header's values are joined with a comma. */
  headers: Record<string, string>;
  body: string;
  // biome-ignore lint/suspicious/noExplicitAny: checks read into whatever came back and compare it
  json?: any;
};

export type ApiRequest = {
  method: string;
  /** Path with query, starting with a slash. */
  path: string;
  headers?: Record<string, string>;
  /** The exact text to send. */
  body?: string;
  /** After so many lines of the reply the connection is closed, and they are the body: for a reply without an end. */
  stopAfterLines?: number;
};

/** One request as it was sent, with what came back or why nothing did. */
export type RecordedExchange = {
  request: { method: string; path: string; headers: Record<string, string>; body?: string };
  response?: {
    status: number;
    headers: Record<string, string>;
    body: string;
    json?: Json;
    isCut?: true;
  };
  durationMs: number;
  failure?: string;
  /** Set when not even a connection came about. */
  isUnreachable?: true;
};

type Options = { headers?: Record<string, string> };

/** How a check talks to the target. */
export type Api = {
  get: (path: string, options?: Options) => Promise<Reply>;
  /** Sends `json` as a JSON body; without it the request has no body. */
  post: (path: string, json?: unknown, options?: Options) => Promise<Reply>;
  put: (path: string, json?: unknown, options?: Options) => Promise<Reply>;
  patch: (path: string, json?: unknown, options?: Options) => Promise<Reply>;
  delete: (path: string, json?: unknown, options?: Options) => Promise<Reply>;
  /** Sends exactly what is given; nothing is added to the headers or the body. */
  send: (request: ApiRequest) => Promise<Reply>;
  /** Asks for a WebSocket. */
  connect: Connect;
};

/** More than this is not read: an endless reply must not hurt the grader. */
const maxReadBytes = 1024 * 1024;
/** Deeper JSON is not checked. */
const maxDepth = 200;
/** More than this is not kept in the record of an exchange. */
const maxRecordedLength = 20_000;

/**
 * An api that sends to `baseUrl` and hands every exchange to `record`; that of a WebSocket again each time it goes on.
 * `hangUp` ends what is still connected.
 */
export function createApi(
  baseUrl: string,
  deadlineMs: number,
  record: (exchange: RecordedExchange) => void,
): Api & { hangUp: () => void } {
  const send = async ({ stopAfterLines, ...request }: ApiRequest): Promise<Reply> => {
    const headers = lowerCaseNames(request.headers ?? {});
    const sent = { ...request, method: request.method.toUpperCase(), headers };
    const startedAt = performance.now();
    const durationMs = () => Math.round((performance.now() - startedAt) * 10) / 10;
    try {
      const reply = await sendOverHttp(baseUrl, sent, deadlineMs, stopAfterLines);
      const body = reply.body.slice(0, maxRecordedLength);
      const cut = reply.body.length > maxRecordedLength ? { isCut: true as const } : {};
      record({ request: sent, response: { ...reply, body, ...cut }, durationMs: durationMs() });
      return reply;
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      const isUnreachable = error instanceof NoReply && error.isUnreachable;
      const more = isUnreachable ? ({ isUnreachable } as const) : {};
      record({ request: sent, durationMs: durationMs(), failure, ...more });
      throw error;
    }
  };
  const sendJson =
    (method: string) =>
    (path: string, json?: unknown, options: Options = {}) => {
      if (json === undefined) return send({ method, path, headers: options.headers });
      const headers = {
        'content-type': 'application/json',
        ...lowerCaseNames(options.headers ?? {}),
      };
      return send({ method, path, headers, body: JSON.stringify(json) });
    };
  return {
    get: (path, options = {}) => send({ method: 'GET', path, headers: options.headers }),
    post: sendJson('POST'),
    put: sendJson('PUT'),
    patch: sendJson('PATCH'),
    delete: sendJson('DELETE'),
    send,
    ...createConnect(baseUrl, deadlineMs, record),
  };
}

/** A conversation is handed over again each time it goes on. */
export function moveToEnd<Exchange>(exchanges: Exchange[], exchange: Exchange): void {
  const known = exchanges.indexOf(exchange);
  if (known !== -1) exchanges.splice(known, 1);
  exchanges.push(exchange);
}

type SentRequest = Omit<ApiRequest, 'stopAfterLines'> & { headers: Record<string, string> };

function sendOverHttp(
  baseUrl: string,
  sent: SentRequest,
  deadlineMs: number,
  stopAfterLines: number | undefined,
): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const name = `${sent.method} ${sent.path}`;
  const base = new URL(baseUrl);
  const request = (base.protocol === 'https:' ? requestHttps : requestHttp)({
    protocol: base.protocol,
    hostname: base.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: base.port,
    method: sent.method,
    path: base.pathname.replace(/\/$/, '') + sent.path,
    headers: {
      ...sent.headers,
      ...(sent.body === undefined ? {} : { 'content-length': Buffer.byteLength(sent.body) }),
    },
    agent: false,
  });
  const end = (why: NoReply) => {
    clearTimeout(deadline);
    reject(why);
    request.destroy();
  };
  const fail = (message: string) => end(new NoReply(message, 'unreadable'));
  const deadline = setTimeout(() => end(notInTime(name, deadlineMs)), deadlineMs);
  request.on('error', (error) => end(toNoReply(name, error)));
  request.on('upgrade', () => {
    fail(`${name}: the server answered 101 Switching Protocols, which nobody asked for.`);
  });
  request.on('response', (response) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let lineFeeds = 0;
    const status = response.statusCode ?? 0;
    const headers = joinValues(response.headers);
    response.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxReadBytes) {
        fail(`${name}: the reply is longer than 1 MiB, too long to check.`);
        return;
      }
      chunks.push(chunk);
      if (stopAfterLines === undefined) return;
      lineFeeds += countLineFeeds(chunk);
      if (lineFeeds < stopAfterLines) return;
      clearTimeout(deadline);
      const body = takeLines(Buffer.concat(chunks).toString(), stopAfterLines);
      resolve({ status, headers, body });
      request.destroy();
    });
    response.on('error', () => {
      const promised = response.headers['content-length'];
      const why =
        promised === undefined
          ? '.'
          : `: Content-Length promised ${promised} bytes, and ${length} came.`;
      fail(`${name}: the connection was closed in the middle of the reply${why}`);
    });
    response.on('end', () => {
      clearTimeout(deadline);
      const body = Buffer.concat(chunks).toString();
      const json = parseJson(body);
      if (isTooDeep(json)) {
        fail(`${name}: the JSON of the reply is nested more than ${maxDepth} levels deep.`);
        return;
      }
      resolve(json === undefined ? { status, headers, body } : { status, headers, body, json });
    });
  });
  request.end(sent.body);
  return promise;
}

const lineFeed = 0x0a;

function countLineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}

/** The first lines of a text, each with its end. */
function takeLines(text: string, count: number): string {
  return `${text.split('\n').slice(0, count).join('\n')}\n`;
}

/** Whether a value is nested deeper than whoever compares and shows it could follow. */
function isTooDeep(json: Json | undefined): boolean {
  let level = [json];
  for (let depth = 0; depth <= maxDepth && level.length > 0; depth++) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return level.length > 0;
}

function parseJson(body: string): Json | undefined {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
