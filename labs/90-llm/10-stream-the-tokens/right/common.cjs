// right: CommonJS, with a transform of tokens into events, JSON over several lines, and each line a field of its own.
const { Hono } = require('hono');

async function* generate(prompt) {
  yield 'You said:';
  for (const word of prompt.split(' ')) yield ` ${word}`;
}

const writeEvent = (text) => `${text.replace(/^/gm, 'data: ')}\n\n`;

class ToEvents extends TransformStream {
  constructor(id) {
    const write = (controller, delta, finish_reason = null) => {
      const choices = [{ index: 0, delta, finish_reason }];
      const chunk = { id, object: 'chat.completion.chunk', choices };
      controller.enqueue(writeEvent(JSON.stringify(chunk, null, 2)));
    };
    super({
      start: (controller) => write(controller, { role: 'assistant', content: '' }),
      transform: (content, controller) => write(controller, { content }),
      flush: (controller) => {
        write(controller, {}, 'stop');
        controller.enqueue(writeEvent('[DONE]'));
      },
    });
  }
}

const app = new Hono();

app.post('/v1/chat/completions', async (c) => {
  const { messages, stream } = await c.req.json();
  const tokens = ReadableStream.from(generate(messages.at(-1).content));
  const id = crypto.randomUUID();
  if (!stream) {
    let content = '';
    for await (const token of tokens) content += token;
    const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }];
    return c.json({ id, object: 'chat.completion', choices });
  }
  const body = tokens.pipeThrough(new ToEvents(id)).pipeThrough(new TextEncoderStream());
  return c.body(body, 200, { 'Content-Type': 'Text/Event-Stream' });
});

module.exports = app;
