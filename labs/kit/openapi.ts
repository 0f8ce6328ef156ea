import { z } from '@hono/zod-openapi';
import { jsonSchema, type LabRoute } from './endpoint.ts';
import { describeStream } from './event-stream.ts';
import { listParameters } from './parameters.ts';
import { describeSchema, isOptional, type JsonSchema, toTitle } from './pydantic-schema.ts';
import { toDocumentedPath } from './routing.ts';

/** What a lab's docs are headed with, by the names of FastAPI's own arguments. */
export type LabTitle = {
  title: string;
  version?: string;
  summary?: string;
  description?: string;
  contact?: { name?: string; url?: string; email?: string };
  licenseInfo?: { name: string; identifier?: string; url?: string };
  servers?: { url: string; description?: string }[];
  openapiTags?: { name: string; description?: string }[];
  /** Makes the id of an operation; by default it is made of the route's name, path and method. */
  generateUniqueId?: (route: { name: string; path: string; method: string }) => string;
};

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
  const schemes: Record<string, object> = {};
  for (const route of routes) {
    if (route.hide) continue;
    const path = toDocumentedPath(route.path);
    const operation = describeOperation(route, path, describe, lab.generateUniqueId);
    paths[path] = { ...paths[path], [route.method]: operation };
    for (const { name, scheme } of listSecurity(route)) schemes[name] = scheme;
  }
  const { title, version = '0.1.0', summary, description, contact, licenseInfo } = lab;
  return withoutUndefined({
    openapi: '3.1.0',
    info: withoutUndefined({ title, summary, description, contact, license: licenseInfo, version }),
    servers: lab.servers,
    paths,
    components: {
      schemas: { ...schemas, ...validationErrorSchemas },
      ...(Object.keys(schemes).length === 0 ? {} : { securitySchemes: schemes }),
    },
    tags: lab.openapiTags,
  });
}

/** The security schemes among a route's dependencies. */
function listSecurity({ dependencies = [] }: LabRoute) {
  return dependencies.flatMap(({ security }) => (security === undefined ? [] : [security]));
}

type Describe = (schema: z.ZodType, title?: string) => JsonSchema;

/** An operation with its id and summary from the route's name, and the 422 it may answer. */
function describeOperation(
  route: LabRoute,
  path: string,
  describe: Describe,
  generateUniqueId: NonNullable<LabTitle['generateUniqueId']> = joinNames,
) {
  const { tags, description, deprecated, request, dependencies = [] } = route;
  const asked = new Set(listSecurity(route).map((scheme) => scheme.name));
  const security = asked.size === 0 ? route.security : [...asked].map((name) => ({ [name]: [] }));
  const name = route.operationId ?? (path.replaceAll(/\W+/g, '_').replace(/^_|_$/g, '') || 'root');
  const operationId = generateUniqueId({ name, path, method: route.method });
  const parameters = describeParameters(
    [request ?? {}, ...dependencies.map((dependency) => dependency.request)],
    describe,
  );
  const body = jsonSchema(request?.body?.content);
  const bodyMedia = request?.body?.content['application/json'];
  const main = Object.keys(route.responses).find((status) => /^2/.test(status));
  const responses = mapValues(route.responses, (response, status) => {
    const media = 'content' in response ? Object(response.content) : undefined;
    const schema = jsonSchema(media);
    const responseTitle = toTitle(`response_${status === main ? '' : `${status}_`}${operationId}`);
    const described = schema === undefined ? {} : describe(schema, responseTitle);
    const content = describeStream(response) ?? {
      'application/json': { ...media?.['application/json'], schema: described },
      ...describeOtherMedia(response, describe),
    };
    // FastAPI documents JSON for what a route returns, and only a description for its errors.
    const hasContent = schema !== undefined || /^2(?!04)/.test(status);
    const words = 'description' in response ? response.description : '';
    return { description: words, ...(hasContent ? { content } : {}) };
  });
  return {
    ...withoutUndefined({ tags, description, deprecated, security }),
    summary: route.summary ?? toTitle(name),
    operationId,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            content: { 'application/json': { ...bodyMedia, schema: describe(body) } },
            ...(request?.body?.required === true ? { required: true } : {}),
          },
        }),
    responses: {
      ...responses,
      ...(parameters.length === 0 && body === undefined ? {} : { 422: validationErrorResponse }),
    },
  };
}

/** FastAPI's `generate_unique_id`. */
function joinNames({ name, path, method }: { name: string; path: string; method: string }): string {
  return `${name}${path}_${method}`.replaceAll(/\W/g, '_');
}

/** What a response may be besides JSON, such as a stream of events. */
function describeOtherMedia(response: object, describe: Describe) {
  const content = 'content' in response ? Object.entries(Object(response.content)) : [];
  return Object.fromEntries(
    content.flatMap(([type, media]) => {
      const { schema } = Object(media);
      const isOther = type !== 'application/json' && schema instanceof z.ZodType;
      return isOther ? [[type, { schema: describe(schema) }]] : [];
    }),
  );
}

function describeParameters(requests: object[], describe: Describe) {
  return listParameters(requests).map(({ place, name, field }) => {
    const schema = describe(field, toTitle(name));
    const { description, deprecated } = schema;
    const words = withoutUndefined({ description, deprecated });
    return { name, in: place, required: !isOptional(field), ...words, schema };
  });
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
