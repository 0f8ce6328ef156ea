import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startLab } from '../../../src/servers/start-lab.ts';
import { descendants, hostFile, isAlive, packageRoot } from '../../servers/spawned.ts';

const serverFile = join(packageRoot, 'labs/85-microservices/server.ts');

/** The processes of the lab once both services answer. */
async function ask(url: string): Promise<void> {
  const reply = await fetch(`${url}/ready`);
  expect(await reply.json()).toEqual({ status: 'ready' });
}

const areGone = (pids: number[]) =>
  vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 10_000, interval: 20 });

test('stock runs in a process of its own, which is stopped with the lab', async () => {
  const result = await startLab({ serverFile, hostFile });
  if (result.kind !== 'running') throw new Error(result.message);
  await ask(result.server.url);
  const started = descendants();
  expect(started).toHaveLength(2);
  await result.server.stop();
  expect(started.filter(isAlive)).toEqual([]);
});

test.each(['SIGKILL', 'SIGTERM'] as const)('%s of orders alone ends stock too', async (signal) => {
  const result = await startLab({ serverFile, hostFile });
  if (result.kind !== 'running') throw new Error(result.message);
  await ask(result.server.url);
  const [orders = 0, ...stock] = descendants();
  process.kill(orders, signal);
  await areGone([orders, ...stock]);
});

test('kill -9 of the program leaves no service', async () => {
  const script = `
    import { startLab } from ${JSON.stringify(new URL('../../../src/servers/start-lab.ts', import.meta.url).href)};
    const { server } = await startLab(${JSON.stringify({ serverFile, hostFile })});
    console.log(await (await fetch(server.url + '/ready')).text());`;
  const flags = ['--input-type=module-typescript', '--disable-warning=ExperimentalWarning'];
  const program = spawn(process.execPath, [...flags, '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(program.stdout, 'data');
  const left = descendants(program.pid);
  expect(left).toHaveLength(2);
  program.kill('SIGKILL');
  await areGone(left);
});

test('stock keeps no program waiting that only imports the lab and asks it something', async () => {
  const script = `
    const { default: app } = await import(${JSON.stringify(serverFile)});
    console.log(await (await app.request('/ready')).text());`;
  const program = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(program, 'exit');
  const [text] = await once(program.stdout, 'data');
  expect(String(text).trim()).toBe('{"status":"ready"}');
  expect(await ended).toEqual([0, null]);
});

const python = join(packageRoot, '.venv/bin/python');

test.skipIf(!existsSync(python))('kill -9 of the twin leaves no service either', async () => {
  const twin = spawn(python, ['-B', '-m', 'uvicorn', 'main:app', '--port', '0'], {
    cwd: join(packageRoot, 'labs/85-microservices'),
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  let output = '';
  twin.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await vi.waitFor(() => expect(output).toContain('running on'), { timeout: 30_000 });
  const left = descendants(twin.pid);
  expect(left).toHaveLength(1);
  twin.kill('SIGKILL');
  await areGone(left);
});
