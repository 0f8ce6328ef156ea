import http from 'node:http';
import { z } from 'zod';
import { type Conversation, createConnect } from '../conversation.ts';
import { recordedExchangeSchema, send, stableHeaders } from './exchange.ts';

const client = z.string();
const headers = z.record(z.string(), z.string());
/** What a request for a WebSocket or for a stream of events was answered with. */
const reply = z.strictObject({ status: z.int(), headers });

const step = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.enum(['connect', 'watch']),
    client,
    path: z.string(),
    headers: headers.optional(),
    reply,
  }),
  z.strictObject({ do: z.literal('send'), client, text: z.string() }),
  z.strictObject({
    do: z.literal('hear'),
    client,
    /** A message, the close, or one event as it is written. */
    came: z.union([
      z.string(),
      z.strictObject({ bytes: z.string() }),
      z.strictObject({ code: z.int(), reason: z.string() }),
    ]),
  }),
  z.strictObject({
    do: z.literal('close'),
    client,
    code: z.int().optional(),
    reason: z.string().optional(),
  }),
  recordedExchangeSchema.pick({ request: true, response: true }).extend({ do: z.literal('ask') }),
]);

/** What several clients say to a server and hear from it, over WebSockets and streams of events, in this order. */
export const recordedConversationSchema = z.strictObject({
  name: z.string(),
  steps: z.array(step),
});

export type RecordedConversation = z.infer<typeof recordedConversationSchema>;
type Step = RecordedConversation['steps'][number];

const deadlineMs = 10_000;

type Client = Pick<Conversation, 'send' | 'next' | 'close'>;
type Clients = {
  named: (name: string) => Client;
  open: (step: Extract<Step, { do: 'connect' | 'watch' }>) => Promise<z.infer<typeof reply>>;
};

/** Holds a conversation with the server at `url`, and gives it back with what came this time. */
export async function converse(
  url: string,
  { name, steps }: RecordedConversation,
): Promise<RecordedConversation> {
  const { connect, hangUp } = createConnect(url, deadlineMs, () => {});
  const ending = new AbortController();
  const known = new Map<string, Client>();
  const clients: Clients = {
    named: (client) => {
      const found = known.get(client);
      if (found === undefined) throw new Error(`${name}: ${client} has not connected.`);
      return found;
    },
    open: async ({ do: how, client, path, headers = {} }) => {
      const opened =
        how === 'connect'
          ? await connect(path, { headers })
          : await watchEvents(url + path, headers, ending.signal);
      known.set(client, opened);
      const { status } = opened;
      // What a handshake that succeeds names is the protocol's, and not the app's.
      const stable = status === 101 ? {} : stableHeaders(opened.headers, new URL(url).host);
      return { status, headers: stable };
    },
  };
  try {
    const heard: Step[] = [];
    for (const step of steps) heard.push(await take(url, step, clients));
    return { name, steps: heard };
  } finally {
    hangUp();
    ending.abort();
  }
}

async function take(url: string, step: Step, { named, open }: Clients): Promise<Step> {
  switch (step.do) {
    case 'connect':
    case 'watch':
      return { ...step, reply: await open(step) };
    case 'send':
      named(step.client).send(step.text);
      return step;
    case 'hear':
      return { ...step, came: await named(step.client).next() };
    case 'close':
      named(step.client).close(step.code, step.reason);
      return step;
    case 'ask':
      return { ...step, response: await send(url, step.request) };
    default:
      return step satisfies never;
  }
}

/** A stream of server-sent events, heard one by one; comments, which only keep it open, are left out. */
function watchEvents(
  address: string,
  headers: Record<string, string>,
  ending: AbortSignal,
): Promise<Omit<Conversation, 'nextJson'>> {
  const { promise, resolve, reject } = Promise.withResolvers<Omit<Conversation, 'nextJson'>>();
  const signal = AbortSignal.any([ending, AbortSignal.timeout(deadlineMs)]);
  const sent = http.get(address, { headers, agent: false, signal }, (answer) => {
    // It is cut off in the end, whether or not somebody listens then.
    answer.on('error', () => {});
    const events = readEvents(answer);
    resolve({
      status: answer.statusCode ?? 0,
      headers: Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
      ),
      next: async () => (await events.next()).value ?? '(the end)',
      send: () => {
        throw new Error('A stream of events goes one way.');
      },
      close: () => sent.destroy(),
    });
  });
  sent.on('error', reject);
  return promise;
}

async function* readEvents(answer: http.IncomingMessage): AsyncGenerator<string, undefined> {
  let rest = '';
  for await (const chunk of answer.setEncoding('utf8')) {
    const blocks = (rest + String(chunk)).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) if (!block.startsWith(':')) yield block;
  }
}
