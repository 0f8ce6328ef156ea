import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from '../../src/files/make-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'api-labs-folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('makes all that is missing, and leaves what is there', () => {
  const folder = join(root, 'a', 'b', 'c');
  makeFolder(folder);
  makeFolder(folder);
  makeFolder(root);
  makeFolder('/');
  expect(statSync(folder).isDirectory()).toBe(true);
});

test('throws where a file is in the way', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => makeFolder(join(root, 'file'))).toThrow('EEXIST');
  expect(() => makeFolder(join(root, 'file', 'below'))).toThrow('ENOTDIR');
});

test.runIf(existsSync('/proc/self'))('returns where a folder refuses children', () => {
  expect(() => makeFolder('/proc/api-labs/below')).toThrow('ENOENT');
});
