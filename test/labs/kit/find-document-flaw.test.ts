import { describe, expect, test } from 'vitest';
import { findDocumentFlaw } from '../../../labs/kit/find-document-flaw.ts';
import { findLabs } from '../find-labs.ts';

const info = { title: 'Books', version: '1' };
const whole = { openapi: '3.1.0', info, paths: {} };

const flaws: [document: unknown, flaw: string | undefined][] = [
  [whole, undefined],
  [{ ...whole, openapi: '3.0.3', components: {}, webhooks: {}, tags: [] }, undefined],
  [[], 'it is no JSON object'],
  ['<html>', 'it is no JSON object'],
  [{ ...whole, openapi: 3.1 }, '`openapi` is no version such as 3.1.0'],
  [{ ...whole, openapi: undefined, swagger: '2.0' }, '`openapi` is no version such as 3.1.0'],
  [{ ...whole, info: { version: '1' } }, '`info` has no title'],
  [{ ...whole, info: { title: 'Books', version: 1 } }, '`info` has no version'],
  [{ ...whole, info: null }, '`info` has no title'],
  [{ ...whole, paths: [] }, '`paths` is no object'],
  [{ ...whole, components: null }, '`components` is no object'],
  [{ ...whole, components: { schemas: [] } }, '`schemas` is no object'],
];

test.each(flaws)('%j: %s', (document, flaw) => {
  expect(findDocumentFlaw(document)).toBe(flaw);
});

describe('a parameter in a path', () => {
  const id = { name: 'id', in: 'path', required: true, schema: {} };
  const read = (item: object, others: object = {}) =>
    findDocumentFlaw({ ...whole, ...others, paths: { '/books/{id}': item } });

  test('is described with the operation, with the path, or by reference', () => {
    expect(read({ get: { parameters: [id] } })).toBeUndefined();
    expect(read({ parameters: [id], get: { responses: {} } })).toBeUndefined();
    const parameters = [{ $ref: '#/components/parameters/Id' }];
    expect(read({ get: { parameters } }, { components: { parameters: { Id: id } } })).toBe(
      undefined,
    );
    expect(read({ summary: 'No operation' })).toBeUndefined();
  });

  test('is missed', () => {
    const flaw = 'GET /books/{id}: no parameter in the path is called id';
    expect(read({ get: {} })).toBe(flaw);
    expect(read({ get: null })).toBe('GET /books/{id} is no object');
    expect(read({ get: { parameters: [{ ...id, in: 'query' }] } })).toBe(flaw);
    expect(read({ get: { parameters: [{ ...id, name: 'book' }] } })).toBe(flaw);
    expect(read({ get: { parameters: [id], responses: null } })).toBe(
      'GET /books/{id}: `responses` is no object',
    );
  });
});

test.each(await findLabs())(
  'the document of the lab $slug and of its twin has none',
  async (lab) => {
    const reply = await lab.app.request('/openapi.json');
    expect(findDocumentFlaw(await reply.json())).toBeUndefined();
    expect(findDocumentFlaw(lab.recording.openapi)).toBeUndefined();
  },
);
