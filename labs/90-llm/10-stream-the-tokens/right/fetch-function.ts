// right: It is no Hono app at all: a fetch function with a stream made of the generator, and events by hand.
async function* generate(prompt: string): AsyncGenerator<string> {
  yield 'You said:';
  for (const word of prompt.split(' ')) yield ` ${word}`;
}

let answers = 0;

type Body = { messages: { content: string }[]; stream?: boolean };

export default async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method !== 'POST' || pathname !== '/v1/chat/completions') {
    return new Response(null, { status: 404 });
  }
  const { messages, stream }: Body = JSON.parse(await request.text());
  const tokens = generate(messages[messages.length - 1]?.content ?? '');
  answers += 1;
  const base = { id: `answer ${answers}`, created: 1767225600, model: 'echo-1' };
  if (stream !== true) {
    let content = '';
    for await (const token of tokens) content = content.concat(token);
    return Response.json({
      ...base,
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
  }
  return new Response(ReadableStream.from(writeEvents(base, tokens)), {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
  });
}

async function* writeEvents(base: object, tokens: AsyncIterable<string>) {
  const encoder = new TextEncoder();
  const encode = (delta: object, finish_reason: string | null) => {
    const choices = [{ index: 0, delta, logprobs: null, finish_reason }];
    const data = JSON.stringify({ ...base, object: 'chat.completion.chunk', choices });
    return encoder.encode(`data:${data}\r\n\r\n`);
  };
  yield encoder.encode(': here it comes\r\n\r\n');
  yield encode({ role: 'assistant', content: '', refusal: null }, null);
  for await (const content of tokens) yield encode({ content }, null);
  yield encode({}, 'stop');
  yield encoder.encode('data: [DONE]\r\n\r\n');
}
