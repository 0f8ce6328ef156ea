import { execFile } from 'node:child_process';
import { lstat, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The package packed and installed into an empty folder, as a learner gets it. */
export type InstalledPackage = {
  folder: string;
  /** The published bin, started with Node. */
  bin: string;
  remove: () => Promise<void>;
};

/** Packs the built package without building it again, and installs the tarball elsewhere. */
export async function installPacked(packageRoot: string): Promise<InstalledPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'api-labs-installed-'));
  const packed = await run(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    { cwd: packageRoot, maxBuffer: 64 * 1024 * 1024 },
  );
  const tarball = /"filename":\s*"([^"]+)"/.exec(packed.stdout)?.[1];
  if (tarball === undefined) throw new Error(`npm pack named no file: ${packed.stdout}`);
  await writeFile(join(folder, 'package.json'), '{"private": true}\n');
  await run('npm', ['install', '--no-audit', '--no-fund', join(folder, tarball)], { cwd: folder });
  await rm(join(folder, tarball));
  return {
    folder,
    bin: join(folder, 'node_modules/api-labs/dist/bin.cjs'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Bytes that a folder's files take, links not followed. */
export async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? folderBytes(path) : (await lstat(path)).size;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Packages installed under a folder, nested ones included. */
export async function countPackages(folder: string): Promise<number> {
  const listed = await run('npm', ['ls', '--all', '--parseable'], { cwd: folder });
  return listed.stdout.trim().split('\n').length - 1;
}
