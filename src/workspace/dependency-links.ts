import { existsSync, lstatSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { dependencyNames } from './workspace-files.ts';

export type LinkReport = {
  /** Links made or put right. */
  linked: string[];
  /** Packages that the program itself cannot find. */
  missing: string[];
};

/** The folder of a package as a module in `packageRoot` finds it; undefined when it is not installed. */
export function findDependency(packageRoot: string, name: string): string | undefined {
  for (let folder = packageRoot; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate);
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * Links the workspace's `node_modules` to the packages the program runs with. A link that works and a
 * folder that is no link are left alone. Throws what the file system throws.
 */
export function linkDependencies(folder: string, packageRoot: string): LinkReport {
  const report: LinkReport = { linked: [], missing: [] };
  for (const name of dependencyNames) {
    const link = join(folder, 'node_modules', name);
    if (existsSync(link)) continue;
    const target = findDependency(packageRoot, name);
    if (target === undefined) {
      report.missing.push(name);
      continue;
    }
    replaceLink(link, () => symlinkSync(target, link, 'junction'));
    report.linked.push(name);
  }
  linkCompiler(folder);
  return report;
}

/** Names of the links that are missing or point nowhere. Writes nothing. */
export function brokenLinks(folder: string): string[] {
  return dependencyNames.filter((name) => !existsSync(join(folder, 'node_modules', name)));
}

/** `npx tsc` looks for the compiler in `node_modules/.bin`. */
function linkCompiler(folder: string): void {
  const bin = join(folder, 'node_modules', '.bin');
  const compiler = join(folder, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(compiler)) return;
  if (process.platform === 'win32') {
    makeFolder(bin);
    writeFileSync(join(bin, 'tsc.cmd'), '@node "%~dp0\\..\\typescript\\bin\\tsc" %*\r\n');
    return;
  }
  const link = join(bin, 'tsc');
  if (!existsSync(link)) replaceLink(link, () => symlinkSync(relative(bin, compiler), link));
}

function replaceLink(link: string, create: () => void): void {
  makeFolder(dirname(link));
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link, { force: true });
  create();
}
