import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const contentTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

// The folder that Swagger UI's component asks for is named after its package.
const folders: Record<string, string> = { 'swagger-ui-dist': 'swagger-ui', redoc: 'redoc' };

let assetsFolder: string | undefined;

/** A file of Swagger UI or Redoc from the package itself; undefined when there is none of that name. */
export async function readDocsAsset(
  folder: string,
  file: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; contentType: string } | undefined> {
  const contentType = contentTypes[path.extname(file)];
  const folderName = folders[folder];
  assetsFolder ??= findAssetsFolder(import.meta.dirname);
  if (contentType === undefined || folderName === undefined || assetsFolder === undefined) {
    return undefined;
  }
  try {
    const bytes = await readFile(path.join(assetsFolder, folderName, path.basename(file)));
    return { bytes: new Uint8Array(bytes), contentType };
  } catch {
    return undefined;
  }
}

/** Walks up from the built or the source file until the assets that the build copied are in reach. */
function findAssetsFolder(start: string): string | undefined {
  for (const name of ['docs-assets', 'dist/docs-assets']) {
    const folder = path.join(start, name);
    if (existsSync(folder)) return folder;
  }
  const parent = path.dirname(start);
  return parent === start ? undefined : findAssetsFolder(parent);
}
