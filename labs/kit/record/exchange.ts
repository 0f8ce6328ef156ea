import http from 'node:http';
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
  return new Promise((resolve, reject) => {
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
          resolve({
            status: reply.statusCode ?? 0,
            headers: stableHeaders(reply.headers, host),
            body: Buffer.concat(chunks).toString('utf8'),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The headers that say something about the app, each with the same value in every run. */
export function stableHeaders(
  headers: http.IncomingHttpHeaders,
  host: string,
): Record<string, string> {
  const stable: Record<string, string> = {};
  for (const name of Object.keys(headers).sort()) {
    const value = [headers[name] ?? ''].flat().join(', ');
    if (droppedHeaders.has(name)) continue;
    stable[name] = name === 'x-process-time' ? '<float>' : value.replaceAll(host, '<host>');
  }
  return stable;
}
