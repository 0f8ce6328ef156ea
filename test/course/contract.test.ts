import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load.ts';
import { exerciseFolder, findProblems, smallCourse } from './broken-course.ts';

const contractFile = `${exerciseFolder}/openapi.yaml`;
const sound = `openapi: 3.1.0
info: { title: Hello, version: 1.0.0 }
paths:
  /hello/{name}:
    get:
      responses:
        200:
          description: A greeting
          content:
            Application/JSON; charset=utf-8: { schema: { $ref: '#/components/schemas/Greeting' } }
        404: { description: Nobody of that name }
    delete:
      responses:
        204: { description: Gone, content: {} }
components:
  schemas:
    Greeting: { type: object, properties: { hello: { type: string } } }
`;

test('a contract becomes operations with schemas that stand alone', async () => {
  const root = await mkdtemp(join(tmpdir(), 'api-labs-contract-'));
  await cp(smallCourse, root, { recursive: true });
  await writeFile(join(root, contractFile), sound);
  const { course, problems } = await loadCourse(root);
  await rm(root, { recursive: true });
  expect(problems).toEqual([]);
  expect(course?.exercises[0]?.contract).toEqual({
    operations: [
      {
        method: 'GET',
        path: '/hello/{name}',
        responses: {
          200: {
            bodies: [
              {
                mediaType: 'application/json',
                schema: {
                  $ref: '#/$defs/root',
                  $defs: {
                    root: { $ref: '#/$defs/s0' },
                    s0: { type: 'object', properties: { hello: { type: 'string' } } },
                  },
                },
              },
            ],
          },
          404: {},
        },
      },
      { method: 'DELETE', path: '/hello/{name}', responses: { 204: { bodies: [] } } },
    ],
  });
});

test.each<[what: string, from: string, to: string, problem: string]>([
  ['a version', '3.1.0', '3.0.3', 'line 1, openapi · 3.0.3 · The contract is not OpenAPI 3.1.'],
  [
    'a misspelt key',
    'description: A greeting',
    'descripton: A greeting',
    'line 8, paths./hello/{name}.get.responses.200.descripton · A greeting · The key descripton is not known here.',
  ],
  [
    'a status',
    '404:',
    'missing:',
    'line 6, paths./hello/{name}.get.responses · {"200":{"description":"A greeting","content":{"Application/… · A response is named by something that is no status.',
  ],
  [
    'a reference to nowhere',
    'schemas/Greeting',
    'schemas/Greting',
    'line 10, paths./hello/{name}.get.responses.200.content.Application/JSON; charset=utf-8.schema ·  · The schema cannot be used: The document has nothing at #/components/schemas/Greting.',
  ],
  [
    'a misspelt keyword',
    'properties:',
    'propertys:',
    'line 10, paths./hello/{name}.get.responses.200.content.Application/JSON; charset=utf-8.schema ·  · The schema cannot be used: strict mode: unknown keyword: "propertys".',
  ],
  [
    'a path',
    '/hello/{name}:',
    'hello:',
    'line 3, paths · {"hello":{"get":{"responses":{"200":{"description":"A greet… · A path does not begin with /.',
  ],
  [
    'no operation',
    sound.slice(sound.indexOf('  /hello'), sound.indexOf('components:')),
    '',
    'line 3, paths · null · This is nothing, not keys with values.',
  ],
])('reported: %s', async (_, from, to, problem) => {
  const content = sound.replace(from, to);
  expect(content).not.toBe(sound);
  const problems = await findProblems([{ write: contractFile, content }]);
  expect(problems).toContain(`${contractFile} · ${problem}`);
});
