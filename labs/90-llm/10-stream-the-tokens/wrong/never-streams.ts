// rejected-by: streams-events
// mistake: Answers with one object even when a stream is asked for.
import { Hono } from 'hono';

/** Stands for a model: it says again what it was told, token by token. Leave it as it is. */
async function* generate(prompt: string): AsyncGenerator<string> {
  yield 'You said:';
  for (const word of prompt.split(' ')) yield ` ${word}`;
}

let count = 0;
const nextId = () => `chat-${++count}`;

const app = new Hono();

app.post('/v1/chat/completions', async (c) => {
  const { messages } = await c.req.json();
  const tokens = generate(messages.at(-1).content);
  const id = nextId();

  {
    let content = '';
    for await (const token of tokens) content += token;
    const message = { role: 'assistant', content };
    const choice = { index: 0, message, finish_reason: 'stop' };
    return c.json({ id, object: 'chat.completion', choices: [choice] });
  }
});

export default app;
