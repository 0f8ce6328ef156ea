import { expect, test } from 'vitest';
import { findBody, findOperation, findResponse, toMediaType } from '../../src/model/contract.ts';

const operation = (method: string, path: string, statuses: string[] = ['200']) => ({
  method,
  path,
  responses: Object.fromEntries(statuses.map((status) => [status, {}])),
});
const contract = {
  operations: [
    operation('GET', '/items/{id}'),
    operation('GET', '/items/first'),
    operation('POST', '/items', ['201', '4XX', 'default']),
  ],
};

test.each([
  ['GET', '/items/7', '/items/{id}'],
  ['GET', '/items/first?full=1', '/items/first'],
  ['POST', '/items', '/items'],
  ['GET', '/items', undefined],
  ['GET', '/items/', undefined],
  ['GET', '/items/7/parts', undefined],
  ['get', '/items/7', undefined],
])('%s %s is %s', (method, path, expected) => {
  expect(findOperation(contract, { method, path })?.path).toBe(expected);
});

test.each([
  [201, false],
  [404, false],
  [500, true],
])('%i is documented', (status, isDefault) => {
  const found = findResponse(operation('POST', '/items', ['201', '4XX', 'default']), status);
  expect(found?.isDefault).toBe(isDefault);
  expect(findResponse(operation('GET', '/items'), status)).toBeUndefined();
});

test('a body is found by its media type or a range', () => {
  const bodies = [{ mediaType: 'application/json' }, { mediaType: 'text/*' }];
  expect(toMediaType('Application/JSON; charset=UTF-8')).toBe('application/json');
  expect(findBody(bodies, 'application/json')).toBe(bodies[0]);
  expect(findBody(bodies, 'text/plain')).toBe(bodies[1]);
  expect(findBody(bodies, 'image/png')).toBeUndefined();
  expect(findBody([{ mediaType: '*/*' }], 'image/png')).toEqual({ mediaType: '*/*' });
});
