import http from 'node:http';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const headers = z.record(z.string(), z.string());

/** A request as it goes over the wire; `bodyBase64` holds what is not valid UTF-8. */
export const recordedRequestSchema = z.strictObject({
  method: z.string(),
  path: z.string(),
  headers,
  body: z.string().optional(),
  bodyBase64: z.string().optional(),
});

export const recordedCaseSchema = z.strictObject({
  name: z.string(),
  group: z.string(),
  request: recordedRequestSchema,
});

export const recordedExchangeSchema = recordedCaseSchema.extend({
  response: z.strictObject({ status: z.int(), headers, body: z.string() }),
});

export type RecordedRequest = z.infer<typeof recordedRequestSchema>;
export type RecordedCase = z.infer<typeof recordedCaseSchema>;
export type RecordedExchange = z.infer<typeof recordedExchangeSchema>;

const deadlineMs = 10_000;

/** Headers that say nothing about the app, or differ from run to run. */
const droppedHeaders = new Set(['date', 'server', 'connection', 'keep-alive', 'transfer-encoding']);

/** Sends one request with exactly its headers and gives back the part of the reply that is stable. */
export function send(url: string, request: RecordedRequest): Promise<RecordedExchange['response']> {
  const { host, hostname, port } = new URL(url);
  const body =
    request.bodyBase64 === undefined
      ? Buffer.from(request.body ?? '')
      : Buffer.from(request.bodyBase64, 'base64');
  const length = body.length > 0 ? { 'content-length': String(body.length) } : {};
  return new Promise<RecordedExchange['response']>((resolve, reject) => {
    const sent = http.request(
      {
        hostname,
        port,
        method: request.method,
        path: request.path,
        headers: { ...request.headers, ...length },
        agent: false,
        signal: AbortSignal.timeout(deadlineMs),
      },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', reject);
        reply.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const isZipped = reply.headers['content-encoding'] === 'gzip';
          resolve({
            status: reply.statusCode ?? 0,
            headers: stableHeaders(reply.headers, host, request),
            body: stableBody((isZipped ? gunzipSync(bytes) : bytes).toString('utf8')),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  }).then(hideMeasured);
}

/** What a model's API puts into each answer anew: its id and the second in which it began. */
function stableBody(body: string): string {
  return body
    .replaceAll(/"chatcmpl-[0-9a-f]{32}"/g, '"chatcmpl-<id>"')
    .replaceAll(/"created":\d{10}\b/g, '"created":"<seconds>"');
}

/** The headers that say something about the app, each with the same value in every run. */
export function stableHeaders(
  headers: http.IncomingHttpHeaders,
  host: string,
  request?: RecordedRequest,
): Record<string, string> {
  const sent = new Set(Object.values(request?.headers ?? {}));
  const stable: Record<string, string> = {};
  for (const name of Object.keys(headers).sort()) {
    const value = [headers[name] ?? ''].flat().join(', ');
    if (droppedHeaders.has(name)) continue;
    // An id that the client sent comes back as it is, one that was made for it is another each time.
    if (uuid.test(value) && !sent.has(value)) stable[name] = '<uuid>';
    else if (name === 'x-process-time') stable[name] = '<float>';
    else if (name === 'set-cookie')
      stable[name] = value.replaceAll(signature, '.<time>.<signature>');
    else stable[name] = value.replaceAll(host, '<host>');
  }
  // Every build of zlib makes another size of the same text.
  if (stable['content-encoding'] === 'gzip') stable['content-length'] = '<compressed>';
  return stable;
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** What itsdangerous puts behind a signed value: the time, and an HMAC of 20 bytes. */
const signature = /\.[\w-]{6}\.[\w-]{27}(?=;|$)/g;

/** A line of Prometheus's text format that depends on a time: the sum of a histogram, or a bucket below infinity. */
const measuredSample = /^(\w+_seconds_(?:sum(?:\{.*\})?|bucket\{.*le="[\d.]+"\}) )[\d.e+-]+$/gm;

/** Times in a body that were measured, and with them the length of the body. */
function hideMeasured(reply: RecordedExchange['response']): RecordedExchange['response'] {
  const body = reply.body
    .replaceAll(/"duration_ms":[\d.]+/g, '"duration_ms":0')
    .replaceAll(measuredSample, '$1<measured>');
  if (body === reply.body) return reply;
  const { 'content-length': _, ...headers } = reply.headers;
  return { ...reply, headers, body };
}
