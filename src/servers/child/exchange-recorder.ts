import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Exchange, type Json, maxBodyLength } from '../../model/exchange.ts';
import { recordHandshake } from './handshake-recorder.ts';
import { plainHeaders } from './plain-headers.ts';
import { listenToStages } from './stage-recorder.ts';
import { traceRequest } from './trace-request.ts';

const flushAfterMs = 10;
/** Sent by whoever only looks on: it is not what the log is about. */
const watchHeader = 'x-api-labs-watch';

/**
 * Records what goes over a server's wire, in batches. It listens below the app, so that nothing is
 * copied, parsed or cloned while recording is off.
 */
export function recordExchanges(
  server: Server,
  onExchanges: (exchanges: Exchange[]) => void,
): { switchTo: (isOn: boolean) => void; flush: () => void } {
  let isRecording = false;
  let batch: Exchange[] = [];
  const flush = () => {
    if (batch.length > 0) onExchanges(batch);
    batch = [];
  };
  const keep = (exchange: Exchange) => {
    batch.push(exchange);
    if (batch.length === 1) setTimeout(flush, flushAfterMs).unref();
    if (batch.length >= 200) flush();
  };
  const isRecorded = ({ headers }: IncomingMessage) =>
    isRecording && headers[watchHeader] === undefined;
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    if (isRecorded(request)) recordOne(request, response, keep);
  });
  server.prependListener('upgrade', (request: IncomingMessage, socket: Duplex) => {
    if (isRecorded(request)) recordHandshake(request, socket, keep);
  });
  return {
    switchTo: (isOn) => {
      isRecording = isOn;
      listenToStages(isOn);
    },
    flush,
  };
}

function recordOne(
  request: IncomingMessage,
  response: ServerResponse,
  onDone: (exchange: Exchange) => void,
): void {
  const trace = traceRequest(request);
  const sent = new CutBody();
  const answered = new CutBody();
  const push = request.push.bind(request);
  request.push = (chunk, encoding) => {
    if (chunk !== null) sent.add(chunk);
    return push(chunk, encoding);
  };
  const writeHead = response.writeHead;
  let written: unknown;
  response.writeHead = function (this: ServerResponse, ...parts: unknown[]) {
    written = parts.at(-1);
    return Reflect.apply(writeHead, this, parts);
  };
  const { write, end } = response;
  response.write = function (this: ServerResponse, ...parts: unknown[]) {
    answered.add(parts[0]);
    return Reflect.apply(write, this, parts);
  };
  response.end = function (this: ServerResponse, ...parts: unknown[]) {
    answered.add(parts[0]);
    return Reflect.apply(end, this, parts);
  };
  const readRequest = () => {
    const text = sent.text();
    return {
      request: {
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        headers: plainHeaders(Object.entries(request.headers)),
        ...(text === '' ? {} : { body: text }),
      },
      ...(sent.isCut ? { isRequestCut: true as const } : {}),
    };
  };
  response.once('close', () => {
    if (response.writableFinished) return;
    const failure = 'The connection was closed before the reply was complete.';
    onDone({ ...readRequest(), ...trace(), failure });
  });
  response.once('finish', () => {
    const body = answered.text();
    const json = answered.isCut ? undefined : parseJson(body);
    onDone({
      ...readRequest(),
      response: {
        status: response.statusCode,
        headers: {
          ...plainHeaders(Object.entries(response.getHeaders())),
          ...plainHeaders(readWrittenHeaders(written)),
        },
        body,
        ...(answered.isCut ? { isCut: true } : {}),
        ...(json === undefined ? {} : { json }),
      },
      ...trace(),
    });
  });
}

/** Collects a body's chunks up to the length that is kept. */
class CutBody {
  private readonly chunks: Buffer[] = [];
  private length = 0;
  private isFull = false;

  add(chunk: unknown): void {
    const isBytes = typeof chunk === 'string' || chunk instanceof Uint8Array;
    if (!isBytes || chunk.length === 0) return;
    // A character takes four bytes at the most.
    if (this.length > maxBodyLength * 4) {
      this.isFull = true;
      return;
    }
    const bytes = Buffer.from(chunk);
    this.length += bytes.length;
    this.chunks.push(bytes);
  }

  /** Whether `text` leaves something out. */
  get isCut(): boolean {
    return this.isFull || this.whole().length > maxBodyLength;
  }

  text(): string {
    return this.whole().slice(0, maxBodyLength);
  }

  private whole(): string {
    return Buffer.concat(this.chunks).toString();
  }
}

function readWrittenHeaders(written: unknown): [string, unknown][] {
  if (typeof written !== 'object' || written === null) return [];
  if (!Array.isArray(written)) return Object.entries(written);
  if (Array.isArray(written[0])) return written.map(([name, value]) => [String(name), value]);
  return written.flatMap((name, index) =>
    index % 2 === 0 ? [[String(name), written[index + 1]] satisfies [string, unknown]] : [],
  );
}

function parseJson(body: string): Json | undefined {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
