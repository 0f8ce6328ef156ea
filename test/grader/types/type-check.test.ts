import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { judgeTypes } from '../../../src/grader/types/judge-types.ts';
import { checkTypes } from '../../../src/grader/types/type-check.ts';
import { packageRoot } from '../../servers/spawned.ts';

const folder = mkdtempSync(join(tmpdir(), 'api-labs-types-test-'));
const never = new AbortController().signal;

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function judge(file: string, signal = never) {
  return judgeTypes(await checkTypes(file, { packageRoot, signal }), file, 'validation');
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a handler without mistakes passes, wherever it lies and whatever it imports', async () => {
  const file = join(folder, 'handler.ts');
  copyFileSync(join(packageRoot, 'labs/50-predict/30-serve-the-model/solution.ts'), file);
  expect(await judge(file)).toMatchObject({ id: 'types', status: 'passed' });
});

test('a reply that breaks the promise of its route is found at its line', async () => {
  const file = write(
    'promise.ts',
    `import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { sum } from './sum.ts';
const route = createRoute({
  method: 'get',
  path: '/',
  responses: {
    200: {
      description: 'The sum',
      content: { 'application/json': { schema: z.object({ sum: z.number() }) } },
    },
  },
});
const app = new OpenAPIHono();
app.openapi(route, (c) => c.json({ sum: String(sum(1, 2)) }, 200));
export default app;
`,
  );
  write('sum.ts', 'export const sum = (one: number, other: number): number => one + other;\n');
  expect(await judge(file)).toMatchObject({
    status: 'failed',
    message: 'Line 14: In `sum`, text stands where a number is declared.',
    place: {
      file,
      line: 14,
      sourceLine: 'app.openapi(route, (c) => c.json({ sum: String(sum(1, 2)) }, 200));',
    },
  });
});

test('further lines are named', async () => {
  const file = write(
    'more.ts',
    'export const one: number = "1";\nexport const two: string = 2;\nexport function f(x) { return x; }\n',
  );
  expect((await judge(file)).message).toBe(
    'Line 1: Text stands where a number is declared. There is more in lines 2, 3.',
  );
});

test('what cannot be judged is skipped, with the reason', async () => {
  expect(await judge(write('plain.mjs', 'export default {};\n'))).toMatchObject({
    status: 'skipped',
    message: 'plain.mjs is no TypeScript: its types are not judged.',
  });
  const ended = AbortSignal.abort();
  expect(await judge(write('late.ts', 'export {};\n'), ended)).toMatchObject({
    status: 'skipped',
    message: 'TypeScript did not finish in time.',
  });
});
