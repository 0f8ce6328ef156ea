import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { readPrintedError } from '../../src/servers/printed-error.ts';

/** What Node prints of a TypeScript file that it cannot read. */
function printedFor(source: string): string {
  try {
    stripTypeScriptTypes(source, { mode: 'strip', sourceUrl: 'file:///x/handler.ts' });
  } catch (error) {
    return error instanceof Error ? (error.stack ?? '') : '';
  }
  throw new Error('This is no syntax error.');
}

test.each([
  ['const = 1;\nexport default {};\n', 1, 'const = 1;'],
  ["import { Hono } from 'hono';\nexport default {", 2, 'export default {'],
  ["app.get('/', (c) => {\n", 1, "app.get('/', (c) => {"],
])('finds the line, also where a file ends too early: %j', (source, line, sourceLine) => {
  expect(readPrintedError(printedFor(source))).toMatchObject({
    file: '/x/handler.ts',
    line,
    sourceLine,
  });
});

test('takes no other text for an error', () => {
  expect(readPrintedError('/x/handler.ts:1\nhello\n\nfine\n')).toBeUndefined();
});
