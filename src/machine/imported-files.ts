import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const maxFiles = 50;
const maxFileSize = 512 * 1024;
/** What `import`, `export from` and `require` name by a relative path. */
const relativeImport = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"](\.{1,2}\/[^'"\n]+)['"]/g;

/** A file and all that it imports by a relative path, theirs included; what cannot be read imports nothing. */
export function findImportedFiles(file: string): string[] {
  const found = new Set([file]);
  for (const one of found) {
    if (found.size >= maxFiles) break;
    for (const [, path = ''] of readSource(one).matchAll(relativeImport)) {
      found.add(resolve(dirname(one), path));
    }
  }
  return [...found];
}

function readSource(file: string): string {
  try {
    return statSync(file).size > maxFileSize ? '' : readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
