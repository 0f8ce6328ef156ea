import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import app from '../../labs/80-rest/server.ts';
import { packageRoot } from '../servers/spawned.ts';
import { serveLab } from './serve-lab.ts';

const run = promisify(execFile);
const commands = join(packageRoot, 'test/clients/node_modules/.bin');
const folder = mkdtempSync(join(tmpdir(), 'api-labs-client-'));
let lab: Awaited<ReturnType<typeof serveLab>>;

beforeAll(async () => {
  lab = await serveLab(app);
  cpSync(join(packageRoot, 'test/labs/fixtures/rest-client'), folder, { recursive: true });
  symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  // Otherwise a field with a default counts as one that has to be sent, as it is always there in a reply.
  const options = ['--default-non-nullable', 'false', '--output', 'schema.d.ts'];
  await run(join(commands, 'openapi-typescript'), [`${lab.url}/openapi.json`, ...options], {
    cwd: folder,
  });
});

afterAll(async () => {
  await lab.stop();
  rmSync(folder, { recursive: true });
});

/** What the compiler has to say of one program; nothing when its types fit. */
async function checkTypes(file: string): Promise<string> {
  const target = ['--target', 'es2023', '--module', 'nodenext', '--types', 'node'];
  const check = ['--noEmit', '--strict', '--skipLibCheck', '--pretty', 'false', file];
  try {
    return (await run(join(commands, 'tsc'), [...target, ...check], { cwd: folder })).stdout;
  } catch (error) {
    return String(Object(error).stdout);
  }
}

test('a client with types from /openapi.json creates, lists, changes, lends and deletes', async () => {
  expect(await checkTypes('client.ts')).toBe('');
  const flags = ['--disable-warning=ExperimentalWarning', 'client.ts', lab.url];
  expect(await run(process.execPath, flags, { cwd: folder })).toEqual({
    stdout: 'all of it\n',
    stderr: '',
  });
});

test('a misspelt field is found by the compiler, in what is sent and in what came', async () => {
  const found = (await checkTypes('misspelt.ts')).split('\n').filter((line) => /^\S/.test(line));
  expect(found).toEqual([
    expect.stringMatching(/^misspelt\.ts\(7,/),
    expect.stringMatching(/^misspelt\.ts\(10,.* 'titel' .* 'title'\?$/),
    expect.stringMatching(/^misspelt\.ts\(14,.* 'titel' .* 'title'\?$/),
  ]);
});
