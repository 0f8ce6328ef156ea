// right: @hono/zod-openapi with a contract, errors in one place, null for no limit and text for numbers.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const contextLength = 40;

function tokenize(text: string): string[] {
  return text.match(/ ?[^ ]+/g) ?? [];
}

function* generate(prompt: string): Generator<string> {
  yield* tokenize(`You said: ${prompt}`);
}

const Limit = z.union([
  z.int().positive(),
  z
    .string()
    .regex(/^[1-9]\d*$/)
    .transform(Number),
]);
const ChatRequest = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  max_tokens: Limit.nullish(),
});

const route = createRoute({
  method: 'post',
  path: '/v1/chat/completions',
  request: { body: { content: { 'application/json': { schema: ChatRequest } }, required: true } },
  responses: { 200: { description: 'The answer' }, 400: { description: 'Too long' } },
});

class TooLong extends Error {}

const app = new OpenAPIHono({
  defaultHook: (result, c) => {
    if (!result.success) return c.json({ detail: result.error.issues }, 422);
  },
});

app.onError((error, c) => {
  if (!(error instanceof TooLong)) return c.json({ detail: 'Internal Server Error' }, 500);
  const { message } = error;
  const details = { message, type: 'invalid_request_error', code: 'context_length_exceeded' };
  return c.json({ error: details }, 400);
});

app.openapi(route, (c) => {
  const { messages, max_tokens } = c.req.valid('json');
  const texts = messages.map(({ content }) => content);
  const prompt_tokens = texts.map((text) => tokenize(text).length).reduce((sum, n) => sum + n, 0);
  if (prompt_tokens + (max_tokens ?? 1) > contextLength) throw new TooLong('There is no room.');

  const all = [...generate(texts.at(-1) ?? '')];
  const sent = all.slice(0, max_tokens ?? contextLength - prompt_tokens);
  const finish_reason = sent.length < all.length ? 'length' : 'stop';
  const message = { role: 'assistant', content: sent.join('') };
  const completion_tokens = sent.length;
  const total_tokens = prompt_tokens + completion_tokens;
  return c.json({
    choices: [{ message, finish_reason }],
    usage: { prompt_tokens, completion_tokens, total_tokens },
  });
});

export default app;
