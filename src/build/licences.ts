import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The licence texts of every package among the bundled files. Throws when a package has none: its code may not be shipped. */
export async function collectLicences(
  packageRoot: string,
  bundledFiles: string[],
): Promise<string> {
  const folders = new Set(bundledFiles.flatMap((file) => packageFolder(file) ?? []));
  const texts: string[] = [];
  for (const folder of [...folders].sort()) {
    texts.push(await readLicence(join(packageRoot, folder), folder));
  }
  return `Third-party code in this folder, with its licences.\n\n${texts.join('\n')}`;
}

function packageFolder(file: string): string | undefined {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll('\\', '/'));
  return match?.[1];
}

async function readLicence(folder: string, name: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const names = await readdir(folder);
  const licenceFile = names.find((file) => /^licen[cs]e/i.test(file));
  if (licenceFile === undefined && manifest.license === undefined) {
    throw new Error(`${name} states no licence and is bundled: leave it out or ask its author.`);
  }
  const text =
    licenceFile === undefined
      ? `Licence: ${manifest.license}\n`
      : await readFile(join(folder, licenceFile), 'utf8');
  return `--- ${manifest.name} ${manifest.version}\n\n${text.trim()}\n`;
}
