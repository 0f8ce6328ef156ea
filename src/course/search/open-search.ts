import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSearch, type Search } from './search.ts';
import type { SearchFile } from './search-index.ts';

/** Opens the search index of the built course. Rejects, with a remedy, when there is no usable one. */
export async function openSearch(packageRoot: string): Promise<Search> {
  const file = join(packageRoot, 'dist', 'course', 'search.json');
  const found: unknown = await readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  if (isSearchFile(found)) return createSearch(found);
  throw new Error(
    `The built course has no usable ${file}. Install api-labs again, or run npm run build in a clone.`,
  );
}

// The build wrote this file from parsed values: its telling keys are enough to trust it.
function isSearchFile(value: unknown): value is SearchFile {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schemaVersion' in value &&
    value.schemaVersion === 1 &&
    'passages' in value &&
    'index' in value
  );
}
