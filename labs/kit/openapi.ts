import type { OpenAPIHono } from '@hono/zod-openapi';
import type { LabRoute } from './endpoint.ts';

/** What a lab's docs are headed with. */
export type LabTitle = { title: string; version?: string; description?: string };

const validationErrorResponse = {
  description: 'Validation Error',
  content: {
    'application/json': { schema: { $ref: '#/components/schemas/HTTPValidationError' } },
  },
};

/** A route as FastAPI would document it: operation id and summary from its name, and the 422 it may answer. */
export function documentRoute(route: LabRoute): LabRoute {
  const name =
    route.operationId ?? (route.path.replaceAll(/\W+/g, '_').replace(/^_|_$/g, '') || 'root');
  return {
    summary: toTitle(name),
    ...route,
    operationId: `${name}${route.path}_${route.method}`.replaceAll(/\W/g, '_'),
    responses: {
      ...mapValues(route.responses, (response) => ({
        content: { 'application/json': { schema: {} } },
        ...response,
      })),
      ...(route.request === undefined ? {} : { 422: validationErrorResponse }),
    },
  };
}

/** The lab's OpenAPI 3.1 document. */
export function describeLab(app: OpenAPIHono, { title, version, description }: LabTitle) {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title,
      ...(description === undefined ? {} : { description }),
      version: version ?? '0.1.0',
    },
  });
  const schemas = document.components?.schemas ?? {};
  return {
    openapi: document.openapi,
    info: document.info,
    paths: document.paths,
    components: {
      schemas: { ...mapValues(schemas, addTitles), ...validationErrorSchemas },
    },
  };
}

function addTitles(schema: object, name: string): object {
  const properties = 'properties' in schema ? schema.properties : undefined;
  if (typeof properties !== 'object' || properties === null) return { ...schema, title: name };
  return {
    ...schema,
    properties: mapValues(Object.fromEntries(Object.entries(properties)), (property, key) => ({
      ...property,
      title: toTitle(key),
    })),
    title: name,
  };
}

function toTitle(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
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
