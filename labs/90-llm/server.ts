// #region imports
import { createRoute, z } from '@hono/zod-openapi';
import { bool } from '../kit/bool.ts';
import { float } from '../kit/float.ts';
import { int } from '../kit/int.ts';
import { jsonBody, jsonResponse } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';
import { eventStreamOptions, streamingResponse } from '../kit/streaming-response.ts';
import {
  complete,
  endGeneration,
  type Generation,
  listGenerations,
  startGeneration,
} from './parts/completion.ts';
import { loadModel } from './parts/model.ts';
import { OpenAIError } from './parts/openai-error.ts';
import { passOn, readUpstream } from './parts/upstream.ts';

// #endregion

// #region app
const app = createLab({ title: 'LLM', version: '1.0.0' });
const delayMs = Number(process.env.TOKEN_DELAY_MS ?? 30);
// #endregion

// #region load-model
const model = loadModel(new URL('./data/corpus.txt', import.meta.url));
const upstream = readUpstream(process.env);
const modelName = upstream?.model ?? 'toy-trigram-1';
const contextLength = 65_536;
const readSeconds = () => Math.floor(Date.now() / 1000);
// #endregion

// #region request
const Role = z.enum(['system', 'developer', 'user', 'assistant']).openapi('Role');
const Message = z.object({ role: Role, content: z.string() }).openapi('Message');
const StreamOptions = z.object({ include_usage: bool().default(false) }).openapi('StreamOptions');

const ChatRequest = z
  .object({
    model: z.string().openapi({ examples: [modelName] }),
    messages: z.array(Message).min(1),
    stream: bool().default(false),
    stream_options: StreamOptions.nullable().default(null),
    max_tokens: int({ ge: 1 }).nullable().default(null),
    max_completion_tokens: int({ ge: 1 }).nullable().default(null),
    temperature: float({ ge: 0, le: 2 }).default(1),
    seed: int({ ge: 0, le: 2 ** 32 - 1 })
      .nullable()
      .default(null),
    stop: z.array(z.string()).max(4).nullable().default(null),
    n: int({ ge: 1, le: 1 }).default(1),
    ignore_eos: bool().default(false),
  })
  .openapi('ChatRequest');

type ChatRequest = z.infer<typeof ChatRequest>;
// #endregion

// #region reply
const AssistantMessage = z
  .object({ role: z.string(), content: z.string(), refusal: z.string().nullable().default(null) })
  .openapi('AssistantMessage');

const Choice = z
  .object({
    index: int(),
    message: AssistantMessage,
    logprobs: z.record(z.string(), z.unknown()).nullable().default(null),
    finish_reason: z.string(),
  })
  .openapi('Choice');

const Usage = z
  .object({ prompt_tokens: int(), completion_tokens: int(), total_tokens: int() })
  .openapi('Usage');

const ChatCompletion = z
  .object({
    id: z.string(),
    object: z.string(),
    created: int(),
    model: z.string(),
    choices: z.array(Choice),
    usage: Usage,
  })
  .openapi('ChatCompletion');
// #endregion

// #region errors
const ErrorDetails = z
  .object({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable(),
    code: z.string().nullable(),
  })
  .openapi('ErrorDetails');

const ErrorReply = z.object({ error: ErrorDetails }).openapi('ErrorReply');

const errorReply = (description: string) => ({ ...jsonResponse(ErrorReply), description });
// #endregion

// #region models
const ModelCard = z
  .object({ id: z.string(), object: z.string(), created: int(), owned_by: z.string() })
  .openapi('ModelCard');

const ModelList = z.object({ object: z.string(), data: z.array(ModelCard) }).openapi('ModelList');

const models = createRoute({
  method: 'get',
  path: '/v1/models',
  operationId: 'list_models',
  responses: { 200: jsonResponse(ModelList) },
});

app.openapi(models, (c) => {
  const owner = upstream === undefined ? 'api-labs' : 'upstream';
  const card = { id: modelName, object: 'model', created: 1767225600, owned_by: owner };
  return c.json({ object: 'list', data: [card] }, 200);
});
// #endregion

// #region limits
type Limits = { promptTokens: number; maxTokens: number };

/** How many tokens the prompt has and how many the answer may have; refuses what the model cannot do. */
function measure(request: ChatRequest): Limits {
  const { model: name, messages, max_tokens, max_completion_tokens } = request;
  if (name !== modelName) {
    throw new OpenAIError(404, {
      message: `The model \`${name}\` does not exist.`,
      type: 'invalid_request_error',
      param: 'model',
      code: 'model_not_found',
    });
  }
  if (max_tokens !== null && max_completion_tokens !== null) {
    throw new OpenAIError(400, {
      message: 'Send max_tokens or max_completion_tokens, not both.',
      type: 'invalid_request_error',
      param: 'max_tokens',
      code: 'invalid_parameter_combination',
    });
  }
  // A message costs two more, for its role and its end, and the answer one, for its beginning.
  const costs = messages.map(({ content }) => model.countTokens(content) + 2);
  const promptTokens = costs.reduce((sum, cost) => sum + cost, 1);
  const maxTokens = max_completion_tokens ?? max_tokens ?? 256;
  if (upstream === undefined && promptTokens + maxTokens > contextLength) {
    throw new OpenAIError(400, {
      message: `The context holds ${contextLength} tokens. The messages have ${promptTokens}, and ${maxTokens} were asked for.`,
      type: 'invalid_request_error',
      param: 'messages',
      code: 'context_length_exceeded',
    });
  }
  return { promptTokens, maxTokens };
}

const readUsage = ({ promptTokens }: Limits, { tokens }: Generation) => ({
  prompt_tokens: promptTokens,
  completion_tokens: tokens,
  total_tokens: promptTokens + tokens,
});
// #endregion

// #region answer
/** The text of the answer, token by token. */
function answer(
  request: ChatRequest,
  maxTokens: number,
  generation: Generation,
  signal: AbortSignal,
) {
  const prompt = request.messages.map(({ content }) => content).join('\n');
  const seed = request.seed ?? Math.floor(Math.random() * 2 ** 32);
  const stop = (request.stop ?? []).filter((words) => words !== '');
  const { temperature, ignore_eos: ignoresEnd } = request;
  const options = { temperature, seed, maxTokens, stop, ignoresEnd, delayMs, signal };
  return complete(model, prompt, options, generation);
}
// #endregion

// #region chunks
/** The answer as events: who speaks, each text, why it ended, and what it cost if that was asked for. */
async function* streamChunks(request: ChatRequest, limits: Limits, signal: AbortSignal) {
  const generation = startGeneration();
  const created = readSeconds();
  const write = (part: object) =>
    `data: ${JSON.stringify({ id: generation.id, object: 'chat.completion.chunk', created, model: modelName, ...part })}\n\n`;
  const chunk = (delta: object, finish_reason: string | null = null) =>
    write({ choices: [{ index: 0, delta, finish_reason }] });
  // #region events
  try {
    yield chunk({ role: 'assistant', content: '' });
    for await (const content of answer(request, limits.maxTokens, generation, signal)) {
      yield chunk({ content });
    }
    yield chunk({}, generation.finish_reason);
    if (request.stream_options?.include_usage === true) {
      yield write({ choices: [], usage: readUsage(limits, generation) });
    }
    yield 'data: [DONE]\n\n';
  } finally {
    endGeneration(generation);
  }
  // #endregion
}
// #endregion

// #region chat
const createCompletion = createRoute({
  method: 'post',
  path: '/v1/chat/completions',
  operationId: 'create_completion',
  request: { body: jsonBody(ChatRequest) },
  responses: {
    200: {
      description: 'The answer, or with `stream` its chunks as events',
      content: {
        ...jsonResponse(ChatCompletion).content,
        'text/event-stream': { schema: z.string() },
      },
    },
    400: errorReply('Too long, or a contradiction'),
    404: errorReply('No such model'),
    502: errorReply('The model elsewhere failed'),
    504: errorReply('The model elsewhere took too long'),
  },
});

app.openapi(createCompletion, async (c) => {
  const request = c.req.valid('json');
  const { signal } = c.req.raw;
  // #region begin
  const limits = measure(request);
  if (upstream !== undefined) return passOn(c, upstream, request.stream);
  if (request.stream)
    return streamingResponse(c, streamChunks(request, limits, signal), eventStreamOptions);
  // #endregion

  const generation = startGeneration();
  try {
    let content = '';
    for await (const text of answer(request, limits.maxTokens, generation, signal)) content += text;
    const message = { role: 'assistant', content };
    const finish_reason = generation.finish_reason ?? 'stop';
    return c.json(
      {
        id: generation.id,
        object: 'chat.completion',
        created: readSeconds(),
        model: modelName,
        choices: [{ index: 0, message, finish_reason }],
        usage: readUsage(limits, generation),
      },
      200,
    );
  } finally {
    endGeneration(generation);
  }
});
// #endregion

// #region counter
const GenerationOut = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'finished', 'cancelled', 'failed']).default('running'),
    tokens: int().default(0),
    finish_reason: z.string().nullable().default(null),
  })
  .openapi('Generation');

const GenerationList = z.object({ generations: z.array(GenerationOut) }).openapi('GenerationList');

const countGenerations = createRoute({
  method: 'get',
  path: '/generations',
  operationId: 'count_generations',
  responses: { 200: jsonResponse(GenerationList) },
});

app.openapi(countGenerations, (c) => c.json({ generations: listGenerations() }, 200));
// #endregion

export default app;
