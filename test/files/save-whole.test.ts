import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveWhole } from '../../src/files/save-whole.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'api-labs-save-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the new file takes the place of the old one, with the rights asked for', () => {
  const file = join(folder, 'left.json');
  saveWhole(file, 'old');
  saveWhole(file, 'new', { mode: 0o600, isSynced: true });
  expect(readFileSync(file, 'utf8')).toBe('new');
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['left.json']);
});

test('where nothing can be saved no draft is left', () => {
  const taken = join(folder, 'taken');
  mkdirSync(join(taken, 'inside'), { recursive: true });
  expect(() => saveWhole(taken, 'text')).toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
  expect(() => saveWhole(join(folder, 'absent', 'file'), 'text')).toThrow(/ENOENT/);
});
