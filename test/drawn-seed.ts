import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './servers/spawned.ts';

/**
 * What tests draw their random inputs from: API_LABS_SEED, or else a number that the texts of all labs come to. A commit
 * that is tested twice is tested alike, and every change of a lab draws others.
 */
export function drawnSeed(): number {
  const given = process.env.API_LABS_SEED;
  if (given !== undefined) return Number(given);
  const hash = createHash('sha256');
  for (const file of globSync('labs/**/*.{ts,py,yaml,json}', { cwd: packageRoot }).sort()) {
    hash.update(readFileSync(join(packageRoot, file)));
  }
  return hash.digest().readUInt32BE() % 1_000_000;
}
