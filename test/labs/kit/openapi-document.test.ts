import { expect, test } from 'vitest';
import {
  findPathItem,
  follow,
  isNumberList,
  listExamples,
  readJsonSchema,
  takesNumber,
} from '../../../labs/kit/openapi-document.ts';

const document = {
  paths: { '/a': { $ref: '#/components/pathItems/~1a' } },
  components: {
    pathItems: { '/a': { post: { requestBody: { $ref: '#/components/requestBodies/Body' } } } },
    requestBodies: {
      Body: { content: { 'application/json; charset=utf-8': { schema: { $ref: '#/s/Both' } } } },
    },
  },
  s: {
    First: { required: ['one'], properties: { one: { type: 'number' } } },
    Both: {
      required: ['two'],
      properties: { two: { type: 'string' } },
      allOf: [{ $ref: '#/s/First' }],
    },
    Loop: { $ref: '#/s/Loop' },
    Choices: { anyOf: [{ $ref: '#/s/Choices' }] },
  },
};

test('follows a $ref on the way, names with a slash too', () => {
  const operation = follow(document, document.paths, '/a', 'post');
  expect(operation).toEqual({ requestBody: { $ref: '#/components/requestBodies/Body' } });
});

test('gives an empty object for what leads nowhere or in a circle', () => {
  expect(follow(document, document.paths, '/b', 'post')).toEqual({});
  expect(follow(document, { $ref: '#/s/Loop' })).toEqual({});
  expect(follow(document, { $ref: 'other.json#/x' })).toEqual({});
  expect(follow(document, { $ref: '#/%' })).toEqual({});
});

test('reads the JSON schema of a body with its parts put together', () => {
  const body = follow(document, document.paths, '/a', 'post', 'requestBody');
  const schema = readJsonSchema(document, body);
  expect(schema.required).toEqual(['two', 'one']);
  expect(schema.properties).toEqual({ one: { type: 'number' }, two: { type: 'string' } });
  expect(readJsonSchema(document, { content: { 'text/plain': { schema: {} } } })).toEqual({});
});

test.each([
  [{ type: 'number' }, true],
  [{ type: 'integer' }, true],
  [{ type: ['number', 'null'] }, true],
  [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, true],
  [{ const: 1 }, true],
  [{ enum: [0, 1] }, true],
  [{ type: 'string' }, false],
  [{ $ref: '#/s/Choices' }, false],
  [{}, false],
  [undefined, false],
])('tells whether %j takes a number', (schema, isTaken) => {
  expect(takesNumber(document, schema)).toBe(isTaken);
});

test.each([
  [{ type: 'array', items: { type: 'number' } }, true],
  [{ type: 'array', prefixItems: [{ type: 'integer' }] }, true],
  [{ type: 'array', prefixItems: [{ type: 'integer' }], items: false }, true],
  [{ type: 'array', items: { type: 'string' } }, false],
  [{ type: 'array' }, false],
  [{ type: 'number' }, false],
])('tells whether %j is a list of numbers', (schema, isList) => {
  expect(isNumberList(document, schema)).toBe(isList);
});

test('finds the item of a path, whatever its parameters are called', () => {
  const document = {
    paths: { '/b/{ id }': { $ref: '#/items/b' }, '/b/me': { summary: 'me' } },
    items: { b: { summary: 'b' } },
  };
  expect(findPathItem(document, '/b/{book_id}')).toEqual({ summary: 'b' });
  expect(findPathItem(document, '/b/me')).toEqual({ summary: 'me' });
  expect(findPathItem(document, '/b/{one}/{two}')).toEqual({});
});

test('lists the examples of a parameter, wherever they stand', () => {
  const document = { examples: { Cold: { value: 'Oslo' } } };
  const examples = { cold: { $ref: '#/examples/Cold' }, hot: { value: 'Cairo' } };
  expect(listExamples(document, { example: 'Lima', examples })).toEqual(['Lima', 'Oslo', 'Cairo']);
  const schema = { example: 1, examples: [2, null] };
  expect(listExamples(document, { schema })).toEqual([1, 2, null]);
  expect(listExamples(document, { schema: { example: ['Oslo'], examples: 'Oslo' } })).toEqual([
    ['Oslo'],
  ]);
  expect(listExamples(document, {})).toEqual([]);
});
