import type { z } from '@hono/zod-openapi';
import { jsonSchema, type LabRoute } from './endpoint.ts';
import { describeStream } from './event-stream.ts';
import { listParameters } from './parameters.ts';
import { describeSchema, isOptional, type JsonSchema, toTitle } from './pydantic-schema.ts';
import { toDocumentedPath } from './routing.ts';

/** What a lab's docs are headed with. */
export type LabTitle = { title: string; version?: string; description?: string };

const validationErrorResponse = {
  description: 'Validation Error',
  content: {
    'application/json': { schema: { $ref: '#/components/schemas/HTTPValidationError' } },
  },
};

/** The OpenAPI 3.1 document of a lab's routes, as FastAPI would write it. */
export function describeLab(routes: readonly LabRoute[], lab: LabTitle) {
  const schemas: Record<string, JsonSchema> = {};
  const describe = (schema: z.ZodType, title?: string) =>
    describeSchema(schema, (name, named) => Object.assign(schemas, { [name]: named }), title);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    if (route.hide === true) continue;
    const path = toDocumentedPath(route.path);
    paths[path] = { ...paths[path], [route.method]: describeOperation(route, path, describe) };
  }
  const { title, version = '0.1.0', description } = lab;
  return {
    openapi: '3.1.0',
    info: { title, ...(description === undefined ? {} : { description }), version },
    paths,
    components: { schemas: { ...schemas, ...validationErrorSchemas } },
  };
}

type Describe = (schema: z.ZodType, title?: string) => JsonSchema;

/** An operation with its id and summary from the route's name, and the 422 it may answer. */
function describeOperation(route: LabRoute, path: string, describe: Describe) {
  const { tags, description, deprecated, security, request, dependencies = [] } = route;
  const name = route.operationId ?? (path.replaceAll(/\W+/g, '_').replace(/^_|_$/g, '') || 'root');
  const id = `${name}${path}_${route.method}`.replaceAll(/\W/g, '_');
  const parameters = describeParameters(
    [request ?? {}, ...dependencies.map((dependency) => dependency.request)],
    describe,
  );
  const body = jsonSchema(request?.body?.content);
  const responses = mapValues(route.responses, (response, status) => {
    const schema = 'content' in response ? jsonSchema(Object(response.content)) : undefined;
    const described = schema === undefined ? {} : describe(schema, toTitle(`response_${id}`));
    const content = describeStream(response) ?? { 'application/json': { schema: described } };
    // FastAPI documents JSON for what a route returns, and only a description for its errors.
    const hasContent = schema !== undefined || /^2(?!04)/.test(status);
    const words = 'description' in response ? response.description : '';
    return { description: words, ...(hasContent ? { content } : {}) };
  });
  return {
    ...withoutUndefined({ tags, description, deprecated, security }),
    summary: route.summary ?? toTitle(name),
    operationId: id,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            content: { 'application/json': { schema: describe(body) } },
            ...(request?.body?.required === true ? { required: true } : {}),
          },
        }),
    responses: {
      ...responses,
      ...(parameters.length === 0 && body === undefined ? {} : { 422: validationErrorResponse }),
    },
  };
}

function describeParameters(requests: object[], describe: Describe) {
  return listParameters(requests).map(({ place, name, field }) => ({
    name,
    in: place,
    required: !isOptional(field),
    schema: describe(field, toTitle(name)),
  }));
}

function withoutUndefined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function mapValues<Value, Result>(
  values: { [key: string]: Value },
  map: (value: Value, key: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, key)]));
}

const validationErrorSchemas = {
  HTTPValidationError: {
    properties: {
      detail: {
        items: { $ref: '#/components/schemas/ValidationError' },
        type: 'array',
        title: 'Detail',
      },
    },
    type: 'object',
    title: 'HTTPValidationError',
  },
  ValidationError: {
    properties: {
      loc: {
        items: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
        type: 'array',
        title: 'Location',
      },
      msg: { type: 'string', title: 'Message' },
      type: { type: 'string', title: 'Error Type' },
      input: { title: 'Input' },
      ctx: { type: 'object', title: 'Context' },
    },
    type: 'object',
    required: ['loc', 'msg', 'type'],
    title: 'ValidationError',
  },
};
