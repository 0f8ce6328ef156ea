import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type OwnPackage = { root: string; version: string };

/** The package that a module belongs to: the nearest folder above it whose package.json names api-labs. */
export function findOwnPackage(moduleUrl: string): OwnPackage {
  for (let folder = dirname(fileURLToPath(moduleUrl)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    const found = existsSync(file) ? readManifest(file) : undefined;
    if (found?.name === 'api-labs') return { root: folder, version: found.version };
    if (dirname(folder) === folder) {
      throw new Error('api-labs does not find its own package.json: install it again.');
    }
  }
}

function readManifest(file: string): { name: string; version: string } | undefined {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof manifest !== 'object' || manifest === null) return undefined;
  if (!('name' in manifest && 'version' in manifest)) return undefined;
  const { name, version } = manifest;
  return typeof name === 'string' && typeof version === 'string' ? { name, version } : undefined;
}
