import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';

/** Stands for a model: it says again what it was told, token by token. Leave it as it is. */
async function* generate(prompt: string): AsyncGenerator<string> {
  yield 'You said:';
  for (const word of prompt.split(' ')) yield ` ${word}`;
}

const app = new Hono();

app.post('/v1/chat/completions', async (c) => {
  const { messages, stream = false } = await c.req.json();
  const tokens = generate(messages.at(-1).content);
  if (!stream) return c.json({ message: 'Not written yet' }, 501);

  return streamSSE(c, async (events) => {
    // These are the bare tokens. Make chunks of them, with a beginning and an end.
    for await (const token of tokens) await events.writeSSE({ data: token });
  });
});

export default app;
