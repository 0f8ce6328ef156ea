import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findLabs } from './find-labs.ts';
import { serveLab } from './serve-lab.ts';

const tools = resolve(import.meta.dirname, '../clients/node_modules');
const clientsFolder = resolve(import.meta.dirname, 'fixtures/clients');

const clientSchema = z.object({
  callLab: z.custom<(baseUrl: string) => Promise<unknown>>((value) => typeof value === 'function'),
  expected: z.unknown(),
});

const labs = await findLabs();
/** One client for each lab that has one, called as the lab is: a file is the registration. */
const clients = (await readdir(clientsFolder)).map((name) => ({
  slug: basename(name, '.ts'),
  file: join(clientsFolder, name),
}));

describe.each(clients)('a client made from the document of the lab $slug', ({ slug, file }) => {
  let lab: Awaited<ReturnType<typeof serveLab>>;
  let folder: string;

  beforeAll(async () => {
    const found = labs.find((lab) => lab.slug === slug);
    if (found === undefined) throw new Error(`${file} belongs to no lab.`);
    lab = await serveLab(found.app);
    folder = await mkdtemp(join(tmpdir(), 'api-labs-client-'));
  });
  afterAll(async () => {
    await lab.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('fits its types, which find mistakes', async () => {
    const types = join(folder, 'document.d.ts');
    const generator = join(tools, 'openapi-typescript/bin/cli.js');
    // Otherwise a field with a default counts as one that has to be sent, as it is always there in a reply.
    const options = ['--default-non-nullable', 'false', '-o', types];
    await execa(process.execPath, [generator, `${lab.url}/openapi.json`, ...options]);
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: [],
      module: 'esnext',
      moduleResolution: 'bundler',
      paths: { 'lab-document': [types] },
      strict: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
    };
    const config = join(folder, 'tsconfig.json');
    await writeFile(config, JSON.stringify({ compilerOptions, files: [file] }));
    const compiler = join(tools, 'typescript/bin/tsc');
    const checked = await execa(process.execPath, [compiler, '-p', config], { reject: false });
    expect({ exitCode: checked.exitCode, output: checked.stdout }).toEqual({
      exitCode: 0,
      output: '',
    });
  });

  test('gets from the lab what the types promise', async () => {
    const client = clientSchema.parse(await import(pathToFileURL(file).href));
    expect(await client.callLab(lab.url)).toEqual(client.expected);
  });
});
