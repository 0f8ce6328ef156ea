import type { ClientRequest, IncomingMessage } from 'node:http';
import type { RecordedExchange } from './check-api.ts';
import { joinValues, lowerCaseNames } from './header-names.ts';
import { NoReply, notInTime, toNoReply } from './no-reply.ts';

/** What comes over a WebSocket: a message of text, one of bytes, or the close. */
export type Came = string | { bytes: string } | { code: number; reason: string };

/** A WebSocket as a check sees it: what is sent, and what comes, one after the other. */
export type Conversation = {
  /** 101 when it is open; else it was refused with this status, and nothing can be sent. */
  status: number;
  /** Of the reply to the handshake, by lower-case name. */
  headers: Record<string, string>;
  /** Sends a message: text as text, bytes as bytes. */
  send: (message: string | Uint8Array) => void;
  /** What comes next, once it is there; after the close always the close again. */
  next: () => Promise<Came>;
  /** As `next`, with the text of a message read as JSON where it is JSON. */
  nextJson: () => Promise<unknown>;
  /** Says that it is over; the target's own close is what comes last. */
  close: (code?: number, reason?: string) => void;
};

export type Connect = (
  path: string,
  options?: { headers?: Record<string, string> },
) => Promise<Conversation>;

const maxMessageBytes = 1024 * 1024;
/** More than this is not kept in the record of an exchange. */
const maxRecordedLength = 20_000;

/** Opens WebSockets on the server at `baseUrl`; `hangUp` ends those that are still open. */
export function createConnect(
  baseUrl: string,
  deadlineMs: number,
  record: (exchange: RecordedExchange) => void,
): { connect: Connect; hangUp: () => void } {
  const ends = new Set<() => void>();
  const connect: Connect = async (path, options = {}) => {
    const { WebSocket } = await import('./web-socket-client.ts');
    const name = `GET ${path}`;
    const base = new URL(baseUrl);
    const headers = lowerCaseNames(options.headers ?? {});
    const address = base.origin + base.pathname.replace(/\/$/, '') + path;
    const log = new ConversationLog(path, headers, record);
    const heard = new Heard(name, deadlineMs, log);
    const socket = new WebSocket(address, {
      headers,
      maxPayload: maxMessageBytes,
      perMessageDeflate: false,
    });
    const end = () => {
      log.end();
      socket.terminate();
    };
    ends.add(end);
    const opening = Promise.withResolvers<Conversation>();
    const deadline = setTimeout(() => opening.reject(notInTime(name, deadlineMs)), deadlineMs);
    socket.on('error', (error) => opening.reject(toNoReply(name, error)));
    socket.on('unexpected-response', (sent: ClientRequest, reply: IncomingMessage) => {
      const answer = { status: reply.statusCode ?? 0, headers: joinValues(reply.headers) };
      log.answer(answer);
      opening.resolve({ ...answer, ...refuseAll(name, answer.status) });
      sent.destroy();
    });
    socket.on('upgrade', (reply: IncomingMessage) => {
      const answer = { status: 101, headers: joinValues(reply.headers) };
      socket.once('open', () => {
        log.answer(answer);
        opening.resolve({ ...answer, ...talkOver(socket, heard, log) });
      });
    });
    socket.on('message', (data: Buffer, isBinary) =>
      heard.add(isBinary ? { bytes: data.toString('hex') } : data.toString()),
    );
    socket.on('close', (code, reason) => {
      ends.delete(end);
      heard.add({ code, reason: reason.toString() });
    });
    try {
      return await opening.promise;
    } catch (error) {
      socket.terminate();
      log.fail(error);
      throw error;
    } finally {
      clearTimeout(deadline);
    }
  };
  const hangUp = () => {
    for (const end of ends) end();
  };
  return { connect, hangUp };
}

type Talk = Omit<Conversation, 'status' | 'headers'>;

type Socket = {
  send: (message: string | Uint8Array) => void;
  close: (code?: number, reason?: string) => void;
};

function talkOver(socket: Socket, heard: Heard, log: ConversationLog): Talk {
  return {
    send: (message) => {
      log.send(describe(typeof message === 'string' ? message : toBytes(message)));
      heard.after = typeof message === 'string' ? JSON.stringify(message) : 'a message of bytes';
      socket.send(message);
    },
    next: () => heard.next(),
    nextJson: async () => readJson(await heard.next()),
    close: (code = 1000, reason = '') => {
      log.send(describe({ code, reason }));
      heard.after = 'the close';
      socket.close(code, reason);
    },
  };
}

function refuseAll(name: string, status: number): Talk {
  const refuse = () => {
    throw new Error(`${name} was answered with ${status}, so no WebSocket is open.`);
  };
  return {
    send: refuse,
    next: async () => refuse(),
    nextJson: async () => refuse(),
    close: () => {},
  };
}

/** What came and was not asked for yet. */
class Heard {
  /** What was done last, for the words of a failure. */
  after = 'the handshake';
  private readonly waiting: Came[] = [];
  private end: Came | undefined;
  private wake: (() => void) | undefined;

  private readonly name: string;
  private readonly deadlineMs: number;
  private readonly log: ConversationLog;

  constructor(name: string, deadlineMs: number, log: ConversationLog) {
    this.name = name;
    this.deadlineMs = deadlineMs;
    this.log = log;
  }

  add(came: Came): void {
    this.log.receive(describe(came));
    if (typeof came === 'object' && 'code' in came) this.end = came;
    else this.waiting.push(came);
    this.wake?.();
  }

  async next(): Promise<Came> {
    this.log.touch();
    if (this.waiting.length === 0 && this.end === undefined) await this.wait();
    const came = this.waiting.shift() ?? this.end;
    if (came === undefined) throw new Error('One conversation is waited for twice at a time.');
    return came;
  }

  private async wait(): Promise<void> {
    const coming = Promise.withResolvers<void>();
    this.wake = coming.resolve;
    const deadline = setTimeout(() => {
      const seconds = this.deadlineMs / 1000;
      const words = `${this.name}: no message came within ${seconds} seconds after ${this.after}.`;
      const silence = new NoReply(words, 'deadline');
      this.log.fail(silence);
      coming.reject(silence);
    }, this.deadlineMs);
    try {
      await coming.promise;
    } finally {
      clearTimeout(deadline);
      this.wake = undefined;
    }
  }
}

/**
 * A conversation as an exchange: the handshake, below it a line for each message, those that were sent as the body of
 * the request and those that came as the body of the reply.
 */
class ConversationLog {
  private readonly exchange: RecordedExchange;
  private readonly startedAt = performance.now();
  private hasEnded = false;
  private readonly record: (exchange: RecordedExchange) => void;

  constructor(
    path: string,
    headers: Record<string, string>,
    record: (exchange: RecordedExchange) => void,
  ) {
    this.record = record;
    const sent = { ...headers, upgrade: 'websocket' };
    this.exchange = { request: { method: 'GET', path, headers: sent }, durationMs: 0 };
  }

  answer({ status, headers }: { status: number; headers: Record<string, string> }): void {
    this.exchange.durationMs = this.sinceStart();
    this.exchange.response = { status, headers, body: '' };
    this.touch();
  }

  send(line: string): void {
    const { request } = this.exchange;
    request.body = addLine(request.body ?? '', line);
    this.touch();
  }

  receive(line: string): void {
    const { response } = this.exchange;
    if (response === undefined || this.hasEnded) return;
    response.body = addLine(response.body, line);
    if (response.body.length >= maxRecordedLength) response.isCut = true;
  }

  fail(error: unknown): void {
    this.exchange.durationMs = this.sinceStart();
    this.exchange.failure = error instanceof Error ? error.message : String(error);
    if (error instanceof NoReply && error.isUnreachable) this.exchange.isUnreachable = true;
    this.touch();
  }

  /** What comes from now on belongs to no check. */
  end(): void {
    this.hasEnded = true;
  }

  private sinceStart(): number {
    return Math.round((performance.now() - this.startedAt) * 10) / 10;
  }

  /** The conversation that a check was at last is the last of its exchanges. */
  touch(): void {
    this.record(this.exchange);
  }
}

function addLine(lines: string, line: string): string {
  return (lines === '' ? line : `${lines}\n${line}`).slice(0, maxRecordedLength);
}

/** A message or the close on one line. */
function describe(came: Came): string {
  if (typeof came === 'string') {
    const isPlain = came !== '' && came.trim() === came && !/[\n\r]/.test(came);
    return isPlain ? came : JSON.stringify(came);
  }
  if ('bytes' in came) return `(bytes ${came.bytes})`;
  return `(close ${[came.code, came.reason].join(' ').trim()})`;
}

function toBytes(message: Uint8Array): Came {
  return { bytes: Buffer.from(message).toString('hex') };
}

function readJson(came: Came): unknown {
  if (typeof came !== 'string') return came;
  try {
    return JSON.parse(came);
  } catch {
    return came;
  }
}
