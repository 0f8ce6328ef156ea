import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { findPython } from '../../grader/find-python.ts';
import { descendants, packageRoot } from '../../servers/spawned.ts';

const folder = join(packageRoot, 'labs/70-server');
const deadlineMs = 20_000;

export const python = findPython('fastapi', 'uvicorn');
if (python === undefined) console.log('Skipped: no Python here has fastapi and uvicorn.');

const uvicorn = ['-m', 'uvicorn', 'main:app', '--port', '0', '--no-access-log'];

/** Each way to serve the lab as a program of its own: the twin under Uvicorn, the lab under Node. */
export const servers: { name: string; command: string[]; workers: string[] }[] = [
  ...(python === undefined
    ? []
    : [
        {
          name: 'uvicorn main:app',
          command: [python, ...uvicorn],
          workers: [python, ...uvicorn, '--workers', '2'],
        },
      ]),
  {
    name: 'parts/serve.ts',
    command: [process.execPath, 'parts/serve.ts', '0'],
    workers: [process.execPath, 'parts/workers.ts', '2', '0'],
  },
];

export type Spawned = { url: string; port: number; child: ChildProcess; output: () => string };

/** Starts a server and waits until it says where it listens; it is gone when the test is over. */
export async function spawnServer([program = '', ...given]: string[]): Promise<Spawned> {
  const child = spawn(program, given, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  onTestFinished(() => {
    const left = child.pid === undefined ? [] : descendants(child.pid);
    for (const pid of left) process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const url = await vi.waitFor(
    () => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
      expect(found, output).toBeDefined();
      return found ?? '';
    },
    { timeout: deadlineMs, interval: 20 },
  );
  return { url, port: Number(new URL(url).port), child, output: () => output };
}

/** Waits until a process has ended and all it printed has come. */
export async function waitForEnd(child: ChildProcess): Promise<void> {
  await once(child, 'close', { signal: AbortSignal.timeout(deadlineMs) });
}
