import { readFileSync } from 'node:fs';
import { z } from 'zod';

const versionsSchema = z.record(z.string(), z.string());

/** The models there are and the version of each. A Map: of a plain object `constructor` would be a model too. */
export function readVersions(file: URL): ReadonlyMap<string, string> {
  return new Map(Object.entries(versionsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))));
}
