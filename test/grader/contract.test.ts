import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createGrader } from '../../src/grader/grader.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { startHandler } from '../../src/servers/start-handler.ts';
import { hostFile, runnerFile } from '../servers/spawned.ts';
import { contractOf, json } from './contract/replies.ts';

const grader = createGrader({ runnerFile, requestDeadlineMs: 20_000 });
const folder = mkdtempSync(join(tmpdir(), 'api-labs-contract-'));
const checksFile = join(folder, 'checks.ts');
const kit = new URL('../../labs/kit/checks.ts', import.meta.url);
writeFileSync(
  checksFile,
  `import { check, expect } from ${JSON.stringify(kit.pathname)};
check('predicts', { title: 'predicts', lesson: 'predict', hints: ['a', 'b', 'c'] }, async ({ api }) => {
  expect((await api.post('/predict', { x: 1 })).status).toBe(200);
});
`,
);
const contract = contractOf({
  200: json({ type: 'object', properties: { p: { type: 'number' } }, required: ['p'] }),
});

afterAll(async () => {
  await grader.close();
  rmSync(folder, { recursive: true });
});

const documentOf = (type: string) =>
  JSON.stringify({
    openapi: '3.1.0',
    paths: {
      '/predict': {
        post: {
          responses: {
            200: {
              content: {
                'application/json': { schema: { type: 'object', properties: { p: { type } } } },
              },
            },
          },
        },
      },
    },
  });

/** Grades a handler that answers `p` to POST /predict, and its document by `onDocument`. */
async function grade(name: string, p: string, onDocument: string): Promise<Verdict> {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(
    file,
    `export default (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === '/predict') return Response.json({ p: ${p} });
  ${onDocument}
};\n`,
  );
  return grader.grade({
    exercise: { id: 'predict/one', checksFile, contract, lesson: 'predict' },
    target: { kind: 'file', file },
    startTarget: (_, signal) => startHandler({ file, hostFile, deadlineMs: 20_000, signal }),
    deadlineMs: 40_000,
  });
}
const outcomes = ({ checks }: Verdict) => checks.map(({ id, status }) => `${id} ${status}`);

test('replies are held against the contract, and against the document that is served', async () => {
  const good = await grade('good', '1', `return new Response('${documentOf('number')}');`);
  expect(outcomes(good)).toEqual([
    'predicts passed',
    'keeps-the-contract passed',
    'keeps-its-own-docs passed',
  ]);
  expect(good.status).toBe('passed');
  const bad = await grade('bad', '"1"', `return new Response('${documentOf('number')}');`);
  expect(bad).toMatchObject({
    status: 'failed',
    message: '1 of 3 checks passed.',
    checks: [
      { status: 'passed' },
      {
        status: 'failed',
        lesson: 'predict',
        message: 'POST /predict answered 200 with `p` as text; the contract says a number',
      },
      {
        status: 'failed',
        message: 'POST /predict answered 200 with `p` as text; your docs promise a number',
      },
    ],
  });
});

test.each([
  ['nothing-there', "return new Response('Not Found', { status: 404 });"],
  ['no-json', "return new Response('<html>');"],
  ['no-document', "return Response.json({ openapi: 3, paths: 'none' });"],
  ['never-answers', 'return new Promise(() => {});'],
  [
    'never-ends',
    'return new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array(9)) }));',
  ],
  ['throws', "throw new Error('no docs');"],
  ['exits', "console.log('no docs'); process.exit(7);"],
  ['too-long', "return new Response(' '.repeat(3e6));"],
])('a target is not judged by how it serves no document: %s', async (name, onDocument) => {
  const startedAt = performance.now();
  const verdict = await grade(name, '1', onDocument);
  expect(verdict).toMatchObject({ status: 'passed', output: '' });
  expect(outcomes(verdict)).toEqual(['predicts passed', 'keeps-the-contract passed']);
  // The whole call: with what comes after the verdict's own time, a silent document included.
  expect(performance.now() - startedAt - verdict.durationMs).toBeLessThan(5000);
});

test('without a reply to hold, the contract is not judged', async () => {
  const file = join(folder, 'ends.mjs');
  writeFileSync(file, 'export default () => process.exit(3);\n');
  const verdict = await grader.grade({
    exercise: { id: 'predict/one', checksFile, contract },
    target: { kind: 'file', file },
    startTarget: (_, signal) => startHandler({ file, hostFile, deadlineMs: 20_000, signal }),
  });
  expect(verdict.status).toBe('broken');
  expect(outcomes(verdict)).toEqual(['predicts failed', 'keeps-the-contract skipped']);
});
