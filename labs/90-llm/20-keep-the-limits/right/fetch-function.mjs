// right: It is no Hono app at all, plain JavaScript, and it writes JSON over several lines with a charset.
const contextLength = 40;

const tokenize = (text) => text.match(/ ?[^ ]+/g) ?? [];

function* generate(prompt) {
  yield* tokenize(`You said: ${prompt}`);
}

const reply = (value, status) =>
  new Response(`${JSON.stringify(value, null, 2)}\n`, {
    status,
    headers: { 'Content-Type': 'Application/JSON; charset=utf-8' },
  });

export default async function answer(request) {
  if (!request.url.endsWith('/v1/chat/completions')) return reply({ detail: 'Not Found' }, 404);
  const { messages, max_tokens: limit } = await request.json();
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit > 0)) return reply([], 422);

  const prompt_tokens = tokenize(messages.map(({ content }) => content).join(' ')).length;
  const room = contextLength - prompt_tokens;
  if (room < (limit ?? 1)) {
    const [type, code] = ['invalid_request_error', 'context_length_exceeded'];
    return reply({ error: { type, code, message: `${room} tokens are left` } }, 400);
  }
  const tokens = generate(messages.at(-1).content);
  const content = [...tokens.take(limit ?? room)];
  const isCut = content.join('') !== `You said: ${messages.at(-1).content}`;
  const completion_tokens = content.length;
  return reply(
    {
      choices: [
        {
          message: { role: 'assistant', content: content.join('') },
          finish_reason: isCut ? 'length' : 'stop',
        },
      ],
      usage: {
        prompt_tokens,
        completion_tokens,
        total_tokens: prompt_tokens + completion_tokens,
      },
    },
    200,
  );
}
