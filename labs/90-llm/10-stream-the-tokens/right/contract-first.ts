// right: @hono/zod-openapi with a contract, a validated body, and the stream written by hand.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { stream as openStream } from 'hono/streaming';

async function* generate(prompt: string): AsyncGenerator<string> {
  yield 'You said:';
  for (const word of prompt.split(' ')) yield ` ${word}`;
}

const ChatRequest = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  stream: z.boolean().default(false),
});

const route = createRoute({
  method: 'post',
  path: '/v1/chat/completions',
  request: { body: { content: { 'application/json': { schema: ChatRequest } }, required: true } },
  responses: { 200: { description: 'The answer, or its chunks as events' } },
});

const app = new OpenAPIHono();

app.openapi(route, async (c) => {
  const { messages, stream } = c.req.valid('json');
  const tokens = generate(messages.at(-1)?.content ?? '');
  const id = crypto.randomUUID();
  const choiceOf = (part: object, finish_reason: string | null) => [
    { index: 0, ...part, finish_reason },
  ];
  if (!stream) {
    let content = '';
    for await (const token of tokens) content += token;
    const choices = choiceOf({ message: { role: 'assistant', content } }, 'stop');
    return c.json({ id, object: 'chat.completion', choices });
  }
  c.header('Content-Type', 'text/event-stream');
  return openStream(c, async (out) => {
    const write = async (delta: object, reason: string | null = null) => {
      const choices = choiceOf({ delta }, reason);
      await out.write(
        `data: ${JSON.stringify({ id, object: 'chat.completion.chunk', choices })}\n\n`,
      );
    };
    await write({ role: 'assistant' });
    for await (const content of tokens) await write({ content });
    await write({}, 'stop');
    await out.write('data: [DONE]\n\n');
  });
});

export default app;
