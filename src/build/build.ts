import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { compileCourse } from './course.ts';
import { isFresh } from './fresh.ts';
import { collectLicences } from './licences.ts';

const packageRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(packageRoot, 'dist');
const require = createRequire(import.meta.url);

/** What learners' code and grading import stays a real dependency; all else is bundled. */
const external = [
  'hono',
  'hono/*',
  'zod',
  '@hono/zod-openapi',
  '@asteasolutions/zod-to-openapi',
  '@hono/node-server',
  '@hono/node-server/*',
  'vitest',
  'vitest/*',
  'typescript',
  'react-devtools-core',
];

const shared: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22.18',
  external,
  metafile: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
  },
};

/** Widths of text are remembered, also those that Ink asks for. */
const rememberWidths: Plugin = {
  name: 'remember-widths',
  setup: ({ onResolve }) => {
    const path = join(packageRoot, 'src/layout/remembered-width.ts');
    onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer === path ? undefined : { path },
    );
  },
};

async function buildProgram(): Promise<string[]> {
  const result = await build({
    ...shared,
    entryPoints: {
      cli: 'src/cli.ts',
      host: 'src/servers/child/host.ts',
      guard: 'src/servers/child/guard.ts',
      runner: 'src/grader/runner/main.ts',
      mutants: 'src/proofs/child/serve-mutants.ts',
    },
    absWorkingDir: packageRoot,
    outdir: dist,
    plugins: [rememberWidths],
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    minifyWhitespace: true,
    minifySyntax: true,
  });
  for (const file of ['bin.cjs', 'start.cjs'])
    await cp(join(packageRoot, 'src', file), join(dist, file));
  return Object.keys(result.metafile?.inputs ?? {});
}

/**
 * What only some labs and checks need lies once beside all labs, two folders above what imports it: the client for
 * WebSockets, which loads only then, and Express, which some labs are raced against.
 */
const shareBesideLabs: Plugin = {
  name: 'share-beside-labs',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/web-socket-client\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import'
        ? { path: '../../web-socket-client.js', external: true }
        : undefined,
    );
    onResolve({ filter: /^express$/ }, () => ({ path: '../../express.js', external: true }));
  },
};

/** Tables of East Asian encodings, a megabyte: what Express is raced with is UTF-8. */
const leaveOutOldEncodings: Plugin = {
  name: 'leave-out-old-encodings',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/dbcs-data(?:\.js)?$/ }, () => ({
      path: 'none',
      namespace: 'encodings',
    }));
    onLoad({ filter: /.*/, namespace: 'encodings' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Each lab's server, the programs it starts and its checks as modules of their own, what they load beside them. */
async function buildLabs(): Promise<string[]> {
  const labsFolder = join(packageRoot, 'labs');
  const entryPoints: Record<string, string> = {
    'own-checks': join(labsFolder, 'kit', 'own-checks.ts'),
    'web-socket-client': join(labsFolder, 'kit', 'web-socket-client.ts'),
  };
  for (const labFolder of await listNumbered(labsFolder)) {
    const lab = withoutNumber(labFolder);
    entryPoints[`${lab}/server`] = join(labsFolder, labFolder, 'server.ts');
    for (const exercise of await listNumbered(join(labsFolder, labFolder))) {
      const checks = join(labsFolder, labFolder, exercise, 'checks.ts');
      entryPoints[`${lab}/${withoutNumber(exercise)}/checks`] = checks;
    }
    for (const name of await listPrograms(join(labsFolder, labFolder))) {
      entryPoints[`${lab}/${name}`] = join(labsFolder, labFolder, `${name}.ts`);
    }
    for (const name of await listProcesses(join(labsFolder, labFolder, 'parts'))) {
      entryPoints[`${lab}/parts/${name}`] = join(labsFolder, labFolder, 'parts', `${name}.ts`);
    }
    const data = join(labsFolder, labFolder, 'data');
    if (!existsSync(data)) continue;
    await cp(data, join(dist, 'labs', lab, 'data'), {
      recursive: true,
      filter: (source) => !source.endsWith('.pkl') && !source.includes('__pycache__'),
    });
  }
  const result = await build({
    ...shared,
    entryPoints,
    absWorkingDir: packageRoot,
    outdir: join(dist, 'labs'),
    plugins: [shareBesideLabs],
    minifyWhitespace: true,
    minifySyntax: true,
  });
  const express = await build({
    ...shared,
    entryPoints: { express: require.resolve('express') },
    absWorkingDir: packageRoot,
    outdir: join(dist, 'labs'),
    // Nobody reads its names.
    minify: true,
    plugins: [leaveOutOldEncodings],
  });
  return [result, express].flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
}

/** What of a lab's parts runs by itself: the servers that its `data/race.json` compares. */
async function listPrograms(labFolder: string): Promise<string[]> {
  const file = join(labFolder, 'data', 'race.json');
  if (!existsSync(file)) return [];
  const { entrants } = JSON.parse(await readFile(file, 'utf8')) as { entrants: { file: string }[] };
  return entrants.flatMap(({ file }) => /^(parts\/.+)\.ts$/.exec(file)?.[1] ?? []);
}

async function listNumbered(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && /^\d\d-/.test(entry.name))
    .map((entry) => entry.name);
}

/** `name.process` for each `name.process.ts`, and so for workers: entries of what the lab starts by itself. */
async function listProcesses(folder: string): Promise<string[]> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names
    .filter((name) => /\.(?:process|worker)\.ts$/.test(name))
    .map((name) => basename(name, '.ts'));
}

function withoutNumber(folder: string): string {
  return folder.replace(/^\d\d-/, '');
}

/** Swagger UI's and ReDoc's files, so that the docs pages work without a network. */
async function copyDocsAssets(): Promise<void> {
  const swagger = dirname(require.resolve('swagger-ui-dist/package.json'));
  const redoc = dirname(require.resolve('redoc/package.json'));
  const copies = [
    ...['swagger-ui-bundle.js', 'swagger-ui.css', 'favicon-32x32.png', 'LICENSE'].map((name) => [
      join(swagger, name),
      join('swagger-ui', name),
    ]),
    [join(redoc, 'bundles/redoc.standalone.js'), 'redoc/redoc.standalone.js'],
    [join(redoc, 'LICENSE'), 'redoc/LICENSE'],
  ] as [string, string][];
  for (const [from, to] of copies) {
    const target = join(dist, 'docs-assets', to);
    await mkdir(dirname(target), { recursive: true });
    await cp(from, target);
  }
}

const stamp = join(dist, '.built');
const sources = ['src', 'lessons', 'labs', 'package.json', 'package-lock.json'].map((name) =>
  join(packageRoot, name),
);

// `npx api-labs` in a clone prepares the package once more after `npm ci` did.
if (!process.argv.includes('--if-stale') || !(await isFresh(stamp, sources))) {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const inputs = await Promise.all([buildProgram(), buildLabs()]);
  await copyDocsAssets();
  const licences = await collectLicences(packageRoot, [...new Set(inputs.flat())]);
  await writeFile(join(dist, 'LICENCES.txt'), licences);
  await compileCourse(packageRoot).catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
  await chmod(join(dist, 'bin.cjs'), 0o755);
  await writeFile(stamp, '');
}
