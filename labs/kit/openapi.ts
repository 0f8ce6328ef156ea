import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { LabRoute } from './endpoint.ts';
import { toDocumentedPath } from './routing.ts';

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
    path: toDocumentedPath(route.path),
    operationId: `${name}${toDocumentedPath(route.path)}_${route.method}`.replaceAll(/\W/g, '_'),
    ...(route.request === undefined ? {} : { request: showDefaults(route.request) }),
    responses: {
      // FastAPI documents JSON for what a route returns, and only a description for its errors.
      ...mapValues(route.responses, (response, status) =>
        /^2(?!04)/.test(status)
          ? { content: { 'application/json': { schema: {} } }, ...response }
          : response,
      ),
      ...(route.request === undefined ? {} : { 422: validationErrorResponse }),
    },
  };
}

/** Defaults of fields that are read by a function of ours, which the generator does not see behind it. */
function showDefaults(request: Request): Request {
  const shown = Object.entries(request).map(([key, schema]) => {
    if (!(schema instanceof z.ZodObject)) return [key, schema];
    const shape = mapValues(schema.shape, (field) =>
      field instanceof z.ZodDefault && field.unwrap() instanceof z.ZodPipe
        ? field.openapi({ default: field.def.defaultValue })
        : field,
    );
    return [key, z.object(shape)];
  });
  return Object.fromEntries(shown);
}

type Request = NonNullable<LabRoute['request']>;

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
    paths: mapValues(document.paths ?? {}, (operations) =>
      mapValues(Object.fromEntries(Object.entries(operations)), describeOperation),
    ),
    components: {
      schemas: {
        ...mapValues(schemas, (schema, name) => inPydanticForm(addTitles(schema, name))),
        ...validationErrorSchemas,
      },
    },
  };
}

function describeOperation(operation: unknown): unknown {
  if (!isObject(operation)) return operation;
  const { parameters, ...others } = operation;
  if (!Array.isArray(parameters)) return inPydanticForm(others);
  return {
    ...Object(inPydanticForm(others)),
    parameters: parameters.map((parameter) => ({
      ...parameter,
      schema: withTitle(inPydanticForm(parameter.schema), parameter.name),
    })),
  };
}

/** A schema that has a name of its own keeps it. */
function withTitle(schema: unknown, name: string): unknown {
  if (!isObject(schema) || '$ref' in schema) return schema;
  return { ...schema, title: toTitle(name) };
}

/** What may be null is an `anyOf` in Pydantic's schemas, and a default of null is not written down. */
function inPydanticForm(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(inPydanticForm);
  if (!isObject(schema)) return schema;
  const { type, ...entries } = schema;
  if (entries.default === null) delete entries.default;
  const others = mapValues(entries, inPydanticForm);
  if (!Array.isArray(type) || !type.includes('null')) {
    return type === undefined ? others : { ...others, type: inPydanticForm(type) };
  }
  const { title, default: initial, ...rules } = others;
  const kept = {
    ...(title === undefined ? {} : { title }),
    ...(initial === undefined ? {} : { default: initial }),
  };
  const kinds = type.map((name) => (name === 'null' ? { type: name } : { ...rules, type: name }));
  return { anyOf: kinds, ...kept };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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

/** As Python's `str.title` writes a name: a capital after everything that is no letter. */
function toTitle(name: string): string {
  return name
    .replaceAll('_', ' ')
    .toLowerCase()
    .replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
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
