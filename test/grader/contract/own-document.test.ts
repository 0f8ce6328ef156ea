import { describe, expect, test } from 'vitest';
import { checkContract } from '../../../src/grader/contract/contract-check.ts';
import { readOwnDocument } from '../../../src/grader/contract/own-document.ts';
import { createValidators } from '../../../src/grader/contract/validators.ts';
import type { Exchange, Json } from '../../../src/model/exchange.ts';
import { replied } from './replies.ts';

const { findFaults } = createValidators();

/** A document whose `POST /predict` answers 200 with `schema`. */
const documentOf = (schema: Json, more: { [key: string]: Json } = {}): Json => ({
  openapi: '3.1.0',
  paths: {
    '/predict': { post: { responses: { '200': { content: { 'application/json': { schema } } } } } },
  },
  ...more,
});
const hold = (document: Json | undefined, exchange: Exchange) => {
  const contract = readOwnDocument(document);
  const check = contract && checkContract('own', contract, [exchange], findFaults);
  return check === undefined ? 'not judged' : check.status === 'passed' ? 'passed' : check.message;
};
const aNumber: Json = { type: 'object', properties: { p: { type: 'number' } }, required: ['p'] };
const said = (wrong: string) => `POST /predict answered 200 ${wrong}`;

describe('judged', () => {
  test.each<[what: string, document: Json, body: string, outcome: string]>([
    ['a reply that fits', documentOf(aNumber), '{"p":1}', 'passed'],
    [
      'text',
      documentOf(aNumber),
      '{"p":"1"}',
      said('with `p` as text; your docs promise a number'),
    ],
    [
      'a missing field',
      documentOf(aNumber),
      '{}',
      said('without `p`; your docs promise it is always there'),
    ],
    [
      'a $ref',
      documentOf(
        { $ref: '#/components/schemas/P' },
        { openapi: '3.0.3', components: { schemas: { P: aNumber } } },
      ),
      '{"p":null}',
      said('with `p` as null; your docs promise a number'),
    ],
    [
      'nullable of 3.0',
      documentOf({ type: 'object', properties: { p: { type: 'number', nullable: true } } }),
      '{"p":null}',
      'passed',
    ],
    [
      'nullable of 3.0 that is text',
      documentOf({ type: 'object', properties: { p: { type: 'number', nullable: true } } }),
      '{"p":"x"}',
      said('with `p` as text; your docs promise null or a number'),
    ],
    ['null as a type of 3.1', documentOf({ type: ['number', 'null'] }), 'null', 'passed'],
    [
      'Optional as FastAPI writes it',
      documentOf({ anyOf: [{ type: 'number' }, { type: 'null' }] }),
      '"x"',
      said('with a body that is text; your docs promise a number or null'),
    ],
    [
      'what is not JSON',
      documentOf(aNumber),
      '{',
      said('with a body that is not JSON, though its content type says so'),
    ],
    [
      'a response behind a $ref',
      {
        openapi: '3.1.0',
        paths: {
          '/predict': { post: { responses: { 200: { $ref: '#/components/responses/R' } } } },
        },
        components: { responses: { R: { content: { 'application/json': { schema: aNumber } } } } },
      },
      '{"p":true}',
      said('with `p` as true; your docs promise a number'),
    ],
  ])('%s', (_, document, body, outcome) => {
    expect(hold(document, replied(200, body))).toBe(outcome);
  });
});

describe('never held against the target', () => {
  const wrong = replied(200, '{"p":"1"}');
  test.each<[what: string, document: Json | undefined]>([
    ['no document', undefined],
    ['no object', ['openapi']],
    ['another format', { swagger: '2.0', paths: {} }],
    ['no paths', { openapi: '3.1.0' }],
    ['paths that are a list', { openapi: '3.1.0', paths: [1] }],
    ['no schema', documentOf({})],
    ['a $ref to nowhere', documentOf({ $ref: '#/components/schemas/P' })],
    ['a $ref to another file', documentOf({ $ref: 'other.json#/P' })],
    ['a $ref to itself', documentOf({ $ref: '#/s' }, { s: { $ref: '#/s' } })],
    ['an unknown type', documentOf({ type: 'float' })],
    ['properties that are no schemas', documentOf({ properties: { p: 'number' } })],
    ['a base path', documentOf(aNumber, { servers: [{ url: '/api/v1' }] })],
    ['a base with a variable', documentOf(aNumber, { servers: [{ url: 'http://{host}' }] })],
    [
      'two templates for one request',
      {
        openapi: '3.1.0',
        paths: Object.fromEntries(
          ['/{a}', '/{b}'].map((path) => [
            path,
            {
              post: {
                responses: { 200: { content: { 'application/json': { schema: aNumber } } } },
              },
            },
          ]),
        ),
      },
    ],
    [
      'only a default response',
      {
        openapi: '3.1.0',
        paths: {
          '/predict': {
            post: {
              responses: { default: { content: { 'application/json': { schema: aNumber } } } },
            },
          },
        },
      },
    ],
    [
      "FastAPI's own 422 form",
      documentOf(
        { $ref: '#/components/schemas/HTTPValidationError' },
        { components: { schemas: { HTTPValidationError: aNumber } } },
      ),
    ],
  ])('%s', (_, document) => {
    expect(hold(document, wrong)).toMatch(/^(not judged|passed)$/);
  });

  test.each<[what: string, schema: Json, body: string]>([
    [
      'a field that is not documented',
      { ...aNumber, additionalProperties: false },
      '{"p":1,"q":2}',
    ],
    ['a pattern', { type: 'string', pattern: '^(a+)+$' }, '"b"'],
    ['a format', { type: 'string', format: 'date' }, '"yesterday"'],
    ['two branches of oneOf that fit', { oneOf: [{ type: 'number' }, { type: 'integer' }] }, '1'],
    [
      'a field that is only sent',
      {
        type: 'object',
        properties: { secret: { type: 'string', writeOnly: true } },
        required: ['secret'],
      },
      '{}',
    ],
    ['an exclusive bound of 3.0', { type: 'number', minimum: 0, exclusiveMinimum: true }, '0'],
    ['what not says', { not: { type: 'number' } }, '1'],
  ])('%s', (_, schema, body) => {
    expect(hold(documentOf(schema), replied(200, body))).toMatch(/^(not judged|passed)$/);
  });

  test.each<[what: string, exchange: Exchange]>([
    ['a status that is not documented', replied(404, '{"p":"1"}')],
    [
      'a content type that is not documented',
      replied(200, '"x"', { 'content-type': 'text/plain' }),
    ],
    ['no content type', replied(200, '{"p":"1"}', {})],
    ['another method', replied(200, '{"p":"1"}', undefined, { method: 'PUT' })],
    ['a reply to HEAD', replied(200, '', undefined, { method: 'HEAD' })],
  ])('%s', (_, exchange) => {
    expect(hold(documentOf(aNumber), exchange)).toBe('not judged');
  });
});
