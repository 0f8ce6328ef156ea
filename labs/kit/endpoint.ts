import { type RouteConfig, z } from '@hono/zod-openapi';
import type { Context, Handler, MiddlewareHandler, Next } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type BodyReading, readBody } from './body.ts';
import { dependencyAsker } from './dependencies.ts';
import { excludesUnset, keepSent } from './json-content.ts';
import { listParameters, parameterReader } from './parameters.ts';
import { plainCheckFor } from './plain-value.ts';
import { toPlain } from './python-value.ts';
import { takeReplyHeaders } from './reply-headers.ts';
import { describeMisfit } from './response-misfit.ts';
import type { Dependency } from './router.ts';
import { enterStage, leaveStage } from './stages.ts';
import { refuse, tellingRun, tellingWrite, type Write } from './tell-route.ts';
import { markAsTelling } from './trace-routes.ts';
import type { ValidationError } from './validation-errors.ts';
import { writePythonJson, writeWithPart } from './write-python-json.ts';
import { writerFor } from './writer.ts';

export type LabRoute = RouteConfig & {
  middleware?: MiddlewareHandler | MiddlewareHandler[];
  dependencies?: Dependency[];
};

type ReadBody = Exclude<BodyReading, { kind: 'malformed' | 'unreadable' }>;

/** The Hono handler that gives a route FastAPI's manners: validated body in, Python's JSON out. */
export function endpoint(route: LabRoute, handler: Handler): Handler {
  const { request = {}, dependencies = [] } = route;
  const { body } = request;
  const askDependencies = dependencyAsker(dependencies);
  const readParameters = parameterReader(request);
  const bodySchema = jsonSchema(body?.content);
  const isPlain = bodySchema && plainCheckFor(bodySchema, { allowsExtra: false });
  const writeModel = bodySchema === undefined ? writePythonJson : writerFor(bodySchema);
  const writeResponse = responseWriter(route);
  const isRequired = body?.required ?? false;
  const isGet = route.method === 'get';

  const hasInput =
    listParameters([request, ...dependencies.map(({ request }) => request)]).length > 0;
  const isChecked = hasInput || bodySchema !== undefined;

  return markAsTelling<Handler>((c, next) => {
    // Hono answers HEAD with the GET handler; for FastAPI this route takes no HEAD, and another may.
    if (isGet && c.req.method === 'HEAD') return next();
    // FastAPI parses the body before it asks the dependencies, and validates it after them.
    if (bodySchema !== undefined) return readAndAnswer(c, next, bodySchema);
    const errors = askDependencies(c);
    // A reply that nothing is waited for is no promise, and is sent at once.
    if (errors instanceof Promise) return errors.then((found) => answer(c, next, found));
    return answer(c, next, errors);
  });

  async function readAndAnswer(c: Context, next: Next, schema: z.ZodType): Promise<Response> {
    let reading: BodyReading;
    try {
      reading = await readBody(c.req, schema, isRequired, isPlain);
    } catch (error) {
      leaveStage(enterStage('validation'), 'threw', error);
      throw error;
    }
    if (reading.kind === 'unreadable') {
      return refuse(c, enterStage('validation'), 400, 'There was an error parsing the body');
    }
    if (reading.kind === 'malformed') {
      return refuse(c, enterStage('validation'), 422, reading.errors);
    }
    const errors = askDependencies(c);
    return answer(c, next, errors instanceof Promise ? await errors : errors, reading);
  }

  function answer(c: Context, next: Next, found: ValidationError[], reading?: ReadBody) {
    let model: unknown;
    let sent: unknown;
    const validation = isChecked ? enterStage('validation') : undefined;
    const own = readParameters(c);
    const errors = own.length > 0 ? [...found, ...own] : found;
    if (reading !== undefined) {
      if (reading.kind === 'invalid') {
        return refuse(c, validation, 422, [...errors, ...reading.errors]);
      }
      ({ data: model, sent } = reading);
      // Its type leaves out null, which an optional body is when it is absent.
      Reflect.apply(c.req.addValidatedData, c.req, ['json', model]);
    }
    if (errors.length > 0) return refuse(c, validation, 422, errors);
    leaveStage(validation);
    const write = (value: unknown): string => {
      if (writeResponse !== undefined)
        return writeResponse(value, value === model ? sent : undefined);
      // What the body was parsed into knows its types, as an instance of a Pydantic model does.
      if (value === model) return writeModel(value, 'json');
      return writeWithPart(value, model, (part) => writeModel(part, 'json'));
    };
    const stage = enterStage('handler');
    if (stage === undefined) {
      replaceJson(c, write);
      return handler(c, next);
    }
    const checkedBy = writeResponse === undefined ? undefined : 'response model';
    replaceJson(c, tellingWrite(stage, checkedBy, write));
    return tellingRun(stage, async () => handler(c, next));
  }
}

/** Lets `c.json` write values as Python does. */
function replaceJson(c: Context, write: Write): void {
  const setHeader = c.header;
  let isPlain = true;
  let reply: Response | undefined;
  Object.assign(c, {
    header: (...change: Parameters<typeof setHeader>) => {
      isPlain = false;
      // Hono would make another reply of a finished one, from a stream of its body.
      if (c.finalized && c.res === reply) changeHeader(reply.headers, ...change);
      else setHeader(...change);
    },
    json: (value: unknown, status?: ContentfulStatusCode, headers?: Record<string, string>) => {
      const text = write(value);
      const all = takeReplyHeaders(c, text);
      all['content-type'] = 'application/json';
      if (headers !== undefined) Object.assign(all, headers);
      // Headers given as a plain object reach the socket without a detour.
      reply =
        isPlain && typeof status === 'number'
          ? new Response(text, { status, headers: all })
          : c.body(text, status, all);
      return reply;
    },
  });
}

function changeHeader(
  headers: Headers,
  name: string,
  value?: string,
  { append = false }: { append?: boolean } = {},
): void {
  if (value === undefined) headers.delete(name);
  else if (append) headers.append(name, value);
  else headers.set(name, value);
}

/**
 * Validates and writes the documented 200 or 201 response: FastAPI's response model. A value that does not fit is an
 * error, which nobody catches: the client gets a 500 rather than a broken promise. Undefined without one.
 */
function responseWriter({ responses }: LabRoute) {
  const response = responses[200] ?? responses[201];
  const content =
    response !== undefined && 'content' in response ? Object(response.content) : undefined;
  const schema = jsonSchema(content);
  if (schema === undefined) return undefined;
  const write = writerFor(schema);
  const isWithoutDefaults = excludesUnset(content);
  // What is left out of a reply is known only after parsing.
  const isPlain = isWithoutDefaults ? undefined : plainCheckFor(schema, { allowsExtra: true });
  return (value: unknown, sent: unknown): string => {
    if (isPlain?.(value) === true) return write(value, 'pydantic');
    // A body of any keys is a map, with all of Python's detail.
    const result = schema.safeParse(value instanceof Map ? toPlain(value) : value);
    if (!result.success) throw new Error(describeMisfit(value, result.error, schema));
    const data = isWithoutDefaults ? keepSent(result.data, sent) : result.data;
    return write(data, 'pydantic');
  };
}

/** The schema of the JSON in a route's body or response. */
export function jsonSchema(content: Record<string, unknown> | undefined): z.ZodType | undefined {
  const media = content?.['application/json'];
  if (typeof media !== 'object' || media === null || !('schema' in media)) return undefined;
  return media.schema instanceof z.ZodType ? media.schema : undefined;
}
