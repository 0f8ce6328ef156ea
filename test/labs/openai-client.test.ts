import OpenAI, { BadRequestError, NotFoundError, UnprocessableEntityError } from 'openai';
import { afterAll, beforeAll, expect, test } from 'vitest';
import app from '../../labs/90-llm/server.ts';
import { readNewest } from './90-llm/generations.ts';
import { serveLab } from './serve-lab.ts';

let lab: Awaited<ReturnType<typeof serveLab>>;
let client: OpenAI;
beforeAll(async () => {
  lab = await serveLab(app);
  client = new OpenAI({ baseURL: `${lab.url}/v1`, apiKey: 'any', maxRetries: 0 });
});
afterAll(() => lab.stop());

const model = 'toy-trigram-1';
const messages = [{ role: 'user' as const, content: 'What is FastAPI?' }];
const answer =
  'FastAPI is a web framework for building APIs with Python. It reads the type hints of a function, checks each request against them and writes the docs from them.';

test('the official client lists the models', async () => {
  const { data } = await client.models.list();
  expect(data.map(({ id }) => id)).toEqual([model]);
});

test('the official client reads a whole answer', async () => {
  const { choices, usage } = await client.chat.completions.create({
    model,
    messages,
    temperature: 0,
  });
  expect(choices).toEqual([
    {
      index: 0,
      message: { role: 'assistant', content: answer, refusal: null },
      logprobs: null,
      finish_reason: 'stop',
    },
  ]);
  expect(usage).toEqual({ prompt_tokens: 10, completion_tokens: 32, total_tokens: 42 });
});

test('the official client reads a stream to the same words', async () => {
  const stream = await client.chat.completions.create({
    model,
    messages,
    temperature: 0,
    stream: true,
    stream_options: { include_usage: true },
  });
  let text = '';
  const ends: unknown[] = [];
  for await (const { choices, usage } of stream) {
    text += choices[0]?.delta.content ?? '';
    if (choices[0]?.finish_reason) ends.push(choices[0].finish_reason);
    if (usage) ends.push(usage.completion_tokens);
  }
  expect(text).toBe(answer);
  expect(ends).toEqual(['stop', 32]);
});

test("the official client's helper puts the chunks together again", async () => {
  const runner = client.chat.completions.stream({ model, messages, seed: 7, max_tokens: 9 });
  const { choices } = await runner.finalChatCompletion();
  expect(choices[0]?.finish_reason).toBe('length');
  const whole = await client.chat.completions.create({ model, messages, seed: 7, max_tokens: 9 });
  expect(choices[0]?.message.content).toBe(whole.choices[0]?.message.content);
});

test('aborted in the middle, the generation stops', async () => {
  const long = { model, messages, seed: 1, max_tokens: 60_000, ignore_eos: true };
  const stream = await client.chat.completions.create({ ...long, stream: true });
  let read = 0;
  for await (const _ of stream) {
    read += 1;
    if (read === 5) stream.controller.abort();
  }
  await expect.poll(async () => (await readNewest(lab.url))?.state).toBe('cancelled');
  const newest = await readNewest(lab.url);
  expect(newest?.tokens).toBeLessThan(60_000);
  expect(await readNewest(lab.url)).toEqual(newest);
});

test('the official client knows what is refused, and why where the error has its form', async () => {
  const ask = (more: object) =>
    client.chat.completions.create({ model, messages, ...more }).then(
      () => undefined,
      (error: unknown) => error,
    );
  const unknown = await ask({ model: 'gpt-9' });
  expect(unknown).toBeInstanceOf(NotFoundError);
  expect(unknown).toMatchObject({
    status: 404,
    code: 'model_not_found',
    param: 'model',
    message: '404 The model `gpt-9` does not exist.',
  });
  const tooLong = await ask({ max_tokens: 100_000, stream: true });
  expect(tooLong).toBeInstanceOf(BadRequestError);
  expect(tooLong).toMatchObject({ status: 400, code: 'context_length_exceeded' });
  // FastAPI's own 422 is not in the form that this client reads: it shows the status alone.
  const unfit = await ask({ temperature: 3 });
  expect(unfit).toBeInstanceOf(UnprocessableEntityError);
  expect(unfit).toMatchObject({ status: 422, code: undefined });
});
