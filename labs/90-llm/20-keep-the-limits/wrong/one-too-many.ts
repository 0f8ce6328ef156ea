// rejected-by: cuts-at-the-limit
// mistake: Stops after the token that goes beyond the limit.
import { Hono } from 'hono';
import { z } from 'zod';

const contextLength = 40;

/** Cuts a text into tokens: each word, with the space before it. Leave the model as it is. */
function tokenize(text: string): string[] {
  return text.match(/ ?[^ ]+/g) ?? [];
}

/** Stands for a model: it says again what it was told, token by token. */
function* generate(prompt: string): Generator<string> {
  yield* tokenize(`You said: ${prompt}`);
}

const ChatRequest = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  max_tokens: z.int().min(1).optional(),
});

const app = new Hono();

app.post('/v1/chat/completions', async (c) => {
  const result = ChatRequest.safeParse(await c.req.json());
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  const { messages, max_tokens } = result.data;

  const promptTokens = messages.flatMap(({ content }) => tokenize(content)).length;
  const room = contextLength - promptTokens;
  if ((max_tokens ?? 1) > room) {
    const message = `The messages have ${promptTokens} tokens; the context holds ${contextLength}.`;
    const error = { message, type: 'invalid_request_error', code: 'context_length_exceeded' };
    return c.json({ error }, 400);
  }

  const limit = max_tokens ?? room;
  const tokens: string[] = [];
  let finish_reason = 'stop';
  for (const token of generate(messages.at(-1)?.content ?? '')) {
    tokens.push(token);
    if (tokens.length > limit) {
      finish_reason = 'length';
      break;
    }
  }

  return c.json({
    choices: [{ message: { role: 'assistant', content: tokens.join('') }, finish_reason }],
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: tokens.length,
      total_tokens: promptTokens + tokens.length,
    },
  });
});

export default app;
