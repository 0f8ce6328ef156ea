// right: The role comes with the first token, the reason is left out until it is known, and the events have ids.
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';

async function* generate(prompt: string): AsyncGenerator<string> {
  yield 'You said:';
  for (const word of prompt.split(' ')) yield ` ${word}`;
}

const app = new Hono().basePath('/v1');

app.post('/chat/completions', async (c) => {
  const { messages, stream } = await c.req.json();
  const tokens = generate(messages.at(-1).content);
  const id = `chatcmpl-${Date.now()}-${Math.random()}`;
  if (stream) {
    return streamSSE(c, async (events) => {
      let number = 0;
      const write = (choice: object) => {
        number += 1;
        const choices = [{ index: 0, ...choice }];
        const data = JSON.stringify({ choices, id, object: 'chat.completion.chunk' });
        return events.writeSSE({ data, id: String(number), retry: 1000 });
      };
      for await (const content of tokens) {
        await write({ delta: number === 0 ? { role: 'assistant', content } : { content } });
      }
      await write({ delta: {}, finish_reason: 'stop' });
      await events.writeSSE({ data: '[DONE]' });
    });
  }
  const words: string[] = [];
  for await (const token of tokens) words.push(token);
  const message = { content: words.join(''), role: 'assistant' };
  return c.json({
    object: 'chat.completion',
    id,
    choices: [{ finish_reason: 'stop', index: 0, message }],
  });
});

export default app;
