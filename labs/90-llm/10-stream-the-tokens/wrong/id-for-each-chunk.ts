// rejected-by: keeps-one-id
// mistake: Makes a new id for each chunk.
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';

/** Stands for a model: it says again what it was told, token by token. Leave it as it is. */
async function* generate(prompt: string): AsyncGenerator<string> {
  yield 'You said:';
  for (const word of prompt.split(' ')) yield ` ${word}`;
}

let count = 0;
const nextId = () => `chat-${++count}`;

const app = new Hono();

app.post('/v1/chat/completions', async (c) => {
  const { messages, stream = false } = await c.req.json();
  const tokens = generate(messages.at(-1).content);
  const id = nextId();

  if (!stream) {
    let content = '';
    for await (const token of tokens) content += token;
    const message = { role: 'assistant', content };
    const choice = { index: 0, message, finish_reason: 'stop' };
    return c.json({ id, object: 'chat.completion', choices: [choice] });
  }

  return streamSSE(c, async (events) => {
    const send = (delta: object, finish_reason: string | null = null) => {
      const choice = { index: 0, delta, finish_reason };
      const chunk = { id: nextId(), object: 'chat.completion.chunk', choices: [choice] };
      return events.writeSSE({ data: JSON.stringify(chunk) });
    };
    await send({ role: 'assistant' });
    for await (const content of tokens) await send({ content });
    await send({}, 'stop');
    await events.writeSSE({ data: '[DONE]' });
  });
});

export default app;
