import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { eventStreamOptions, streamingResponse } from '../../kit/streaming-response.ts';
import { endGeneration, type Generation, startGeneration } from './completion.ts';
import { errorBody, OpenAIError } from './openai-error.ts';

/** A real model: where it answers, under which name, and with which key. */
export type Upstream = { url: string; key: string; model: string; timeoutMs: number };

/** The model that the environment names; undefined when it names none. */
export function readUpstream(
  environment: Record<string, string | undefined>,
): Upstream | undefined {
  const { OPENAI_BASE_URL, OPENAI_API_KEY = '', OPENAI_MODEL } = environment;
  if (OPENAI_BASE_URL === undefined) return undefined;
  if (OPENAI_MODEL === undefined) throw new Error('OPENAI_BASE_URL needs OPENAI_MODEL beside it.');
  return {
    url: `${OPENAI_BASE_URL.replace(/\/+$/, '')}/chat/completions`,
    key: OPENAI_API_KEY,
    model: OPENAI_MODEL,
    timeoutMs: Number(environment.OPENAI_TIMEOUT_MS ?? 60_000),
  };
}

const completionSchema = z.object({
  choices: z.array(z.object({ finish_reason: z.string().nullish() })),
  usage: z.object({ completion_tokens: z.number() }).nullish(),
});

// #region pass-on
/** Has the request answered by the model elsewhere, under this server's key, and hands on its reply as it comes. */
export async function passOn(c: Context, upstream: Upstream, isStream: boolean): Promise<Response> {
  const { signal } = c.req.raw;
  const body = await c.req.text();
  if (isStream) {
    const reply = await ask(upstream, body, signal);
    return streamingResponse(c, relay(reply, signal), eventStreamOptions);
  }
  const generation = startGeneration();
  try {
    const reply = await ask(upstream, body, signal);
    const text = await reply.text();
    const { usage, choices } = completionSchema.parse(JSON.parse(text));
    generation.tokens = usage?.completion_tokens ?? 0;
    generation.finish_reason = choices[0]?.finish_reason ?? null;
    generation.state = 'finished';
    return new Response(text, { headers: { 'content-type': 'application/json' } });
  } catch (error) {
    if (!signal.aborted) generation.state = 'failed';
    throw error instanceof OpenAIError ? error : serverError(502, 'The model broke off.');
  } finally {
    endGeneration(generation);
  }
}
// #endregion

// #region ask
/** The reply of the model elsewhere, once it has begun: its tokens may take as long as they like. */
async function ask(upstream: Upstream, body: string, signal: AbortSignal): Promise<Response> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), upstream.timeoutMs);
  let reply: Response;
  try {
    reply = await fetch(upstream.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${upstream.key}`, 'content-type': 'application/json' },
      body,
      signal: AbortSignal.any([signal, deadline.signal]),
    });
  } catch {
    throw deadline.signal.aborted
      ? serverError(504, 'The model took too long to begin.')
      : serverError(502, 'The model cannot be reached.');
  } finally {
    clearTimeout(timer);
  }
  if (!reply.ok) throw await mapError(reply);
  return reply;
}
// #endregion

const errorSchema = z.object({
  error: z.object({
    message: z.string().optional(),
    type: z.string().optional(),
    param: z.string().nullish(),
    code: z.string().nullish(),
  }),
});

// #region map-errors
/** What is the client's to change goes on to the client; all else is the server's own affair, its key above all. */
async function mapError(reply: Response): Promise<OpenAIError> {
  const body: unknown = await reply.json().catch(() => undefined);
  const { status } = reply;
  if (status !== 400 && status !== 413 && status !== 422 && status !== 429) {
    return serverError(502, `The model answered ${status}.`);
  }
  const { error = {} } = errorSchema.safeParse(body).data ?? {};
  const { message = 'The model refused.', type = 'invalid_request_error', param, code } = error;
  const retryAfter = reply.headers.get('retry-after');
  const headers: Record<string, string> = retryAfter === null ? {} : { 'retry-after': retryAfter };
  return new OpenAIError(status, { message, type, param, code }, headers);
}

function serverError(status: 502 | 504, message: string): OpenAIError {
  return new OpenAIError(status, { message, type: 'server_error' });
}
// #endregion

// #region relay
/**
 * The events of a stream, one by one. Its status is sent by now: when it breaks off, only an event can say so. When the
 * client is gone, the signal ends the request to the model too.
 */
async function* relay(reply: Response, signal: AbortSignal): AsyncGenerator<string> {
  const generation = startGeneration();
  try {
    try {
      for await (const event of readEvents(reply)) {
        count(event, generation);
        yield event;
      }
    } catch {
      if (signal.aborted) return;
    }
    if (generation.state === 'finished') return;
    generation.state = 'failed';
    const details = { message: 'The model broke off.', type: 'server_error' };
    yield `data: ${JSON.stringify(errorBody(details))}\n\n`;
  } finally {
    endGeneration(generation);
  }
}

/** The events of a reply, each with the empty line that ends it. */
async function* readEvents(reply: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of reply.body ?? []) {
    const events = (rest + decoder.decode(bytes, { stream: true })).split(/(?<=\n\r?\n)/);
    const last = events.at(-1) ?? '';
    rest = /\n\r?\n$/.test(last) ? '' : last;
    if (rest !== '') events.pop();
    yield* events;
  }
}

const chunkSchema = z.object({
  choices: z.array(
    z.object({
      delta: z.object({ content: z.string().nullish() }),
      finish_reason: z.string().nullish(),
    }),
  ),
});

/** Counts the tokens as they pass: a chunk holds one, as a rule. */
function count(event: string, generation: Generation): void {
  const data = event.replace(/^data: ?/, '').trim();
  if (data === '[DONE]') generation.state = 'finished';
  if (!data.startsWith('{')) return;
  const [choice] = chunkSchema.safeParse(JSON.parse(data)).data?.choices ?? [];
  if (choice?.delta.content) generation.tokens += 1;
  generation.finish_reason = choice?.finish_reason ?? generation.finish_reason;
}
// #endregion
