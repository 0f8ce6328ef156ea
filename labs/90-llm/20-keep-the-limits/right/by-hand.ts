// right: It checks everything by hand, and says "length" as soon as the last token that it may send is out.
import { Hono } from 'hono';

const contextLength = 40;

function tokenize(text: string): string[] {
  return text.match(/ ?[^ ]+/g) ?? [];
}

function* generate(prompt: string): Generator<string> {
  yield* tokenize(`You said: ${prompt}`);
}

const app = new Hono();

app.post('/v1/chat/completions', async (c) => {
  const body = await c.req.json();
  const wanted = body.max_tokens;
  const isBad = wanted !== undefined && (!Number.isInteger(wanted) || wanted < 1);
  if (isBad) return c.text('max_tokens is a whole number from 1', 422);

  let used = 0;
  for (const { content } of body.messages) used += tokenize(content).length;
  const prompt_tokens = used;
  if (used + (wanted ?? 1) > contextLength) {
    const error = {
      message: 'too long',
      type: 'invalid_request_error',
      param: 'messages',
      code: 'context_length_exceeded',
    };
    return c.json({ error }, { status: 400 });
  }

  const limit = wanted ?? contextLength - used;
  let content = '';
  let completion_tokens = 0;
  let finish_reason = 'stop';
  for (const token of generate(body.messages.at(-1).content)) {
    content += token;
    completion_tokens += 1;
    if (completion_tokens === limit) {
      finish_reason = 'length';
      break;
    }
  }
  const total_tokens = prompt_tokens + completion_tokens;
  return c.json({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1767225600,
    model: 'echo-1',
    usage: { total_tokens, completion_tokens, prompt_tokens, prompt_tokens_details: null },
    choices: [{ index: 0, finish_reason, message: { content, role: 'assistant', refusal: null } }],
  });
});

export default app;
