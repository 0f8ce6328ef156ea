import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findImportedFiles } from '../../src/machine/imported-files.ts';

function writeAll(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'api-labs-imports-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test('finds what is imported by a relative path, in circles too, and no package', () => {
  const folder = writeAll({
    'handler.ts': `import { Hono } from 'hono';
import { Input } from './input.ts';
import './effects.ts';
export { x } from "./x.ts";
const lazy = () => import('./lazy.ts');
const data = require('./data.json');`,
    'input.ts': "import { a } from './handler.ts';\nexport * from '../outside.ts';",
  });
  const names = ['handler.ts', 'input.ts', 'effects.ts', 'x.ts', 'lazy.ts', 'data.json'];
  expect(findImportedFiles(join(folder, 'handler.ts'))).toEqual([
    ...names.map((name) => join(folder, name)),
    join(folder, '../outside.ts'),
  ]);
});

test('a file that cannot be read imports nothing', () => {
  expect(findImportedFiles('/no/such/handler.ts')).toEqual(['/no/such/handler.ts']);
});
