import { expect, test } from 'vitest';
import { explainSyntaxError } from '../../src/servers/explain-syntax.ts';

test.each([
  [
    "SyntaxError: The requested module './app.ts' does not provide an export named 'createApp'",
    'handler.ts, line 2 imports createApp from ./app.ts, which does not export it.',
  ],
  [
    "SyntaxError: Named export 'Router' not found. The requested module 'express' is a CommonJS module",
    'handler.ts, line 2 imports Router from express, which does not export it by that name.',
  ],
  [
    'SyntaxError: Cannot use import statement outside a module',
    'handler.ts, line 2 is taken for a CommonJS file, in which import and export are not known.',
  ],
  ["SyntaxError: Unexpected token '}'", 'handler.ts, line 2 has a syntax error.'],
])('%s', (said, message) => {
  expect(explainSyntaxError('handler.ts, line 2', said).message).toBe(message);
});
