import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { makeFolder } from '../files/make-folder.ts';
import { errorCode, explainFileFailure } from '../model/error-code.ts';
import { probeFolder } from './watch-folder.ts';

/** Opens a loopback port and closes it again; the system's code when that fails. */
export function probePort(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(errorCode(error)));
    server.listen(0, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
}

/** Starts a Node process; the reason when that fails. */
export async function probeChild(): Promise<string | undefined> {
  const result = await execa(process.execPath, ['-e', '0'], { reject: false, timeout: 10_000 });
  return result.failed ? result.shortMessage : undefined;
}

/** Writes a small file beside a log and removes it again; the reason when that, or the log itself, fails. */
export async function probeWriting(log: string): Promise<string | undefined> {
  const folder = dirname(log);
  const file = join(folder, `.probe-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(file, 'x'.repeat(4096), { flush: true });
    rmSync(file);
    if (!existsSync(log)) return undefined;
    if (!statSync(log).isFile()) return explainFileFailure('ENOTFILE');
    accessSync(log, constants.W_OK);
    return undefined;
  } catch (error) {
    return explainFileFailure(errorCode(error));
  }
}

/** Whether changes in a folder are delivered as events; the folder is a fresh one when none is given. */
export function probeWatching(folder?: string): Promise<boolean> {
  const watched = folder ?? mkdtempSync(join(tmpdir(), 'api-labs-probe-'));
  return new Promise((resolve) => {
    const stop = probeFolder(
      watched,
      () => {},
      (hasEvents) => {
        queueMicrotask(() => {
          stop();
          if (folder === undefined) rmSync(watched, { recursive: true, force: true });
          resolve(hasEvents);
        });
      },
    );
  });
}

/** A Python that can import FastAPI and uvicorn. */
export type PythonFinding =
  | { kind: 'ready'; command: string; version: string }
  | { kind: 'no-fastapi'; command: string }
  | { kind: 'none' };

/** Looks for Python: `API_LABS_PYTHON`, the active virtual environment, then the path. */
export async function findPython(env: NodeJS.ProcessEnv, cwd: string): Promise<PythonFinding> {
  const inFolder = (folder: string) =>
    process.platform === 'win32'
      ? join(folder, 'Scripts', 'python.exe')
      : join(folder, 'bin', 'python');
  const candidates = [
    env.API_LABS_PYTHON,
    env.VIRTUAL_ENV && inFolder(env.VIRTUAL_ENV),
    inFolder(join(cwd, '.venv')),
    'python3',
    'python',
  ].filter((command): command is string => command !== undefined && command !== '');
  let found: PythonFinding = { kind: 'none' };
  for (const command of candidates) {
    const script = 'import fastapi, uvicorn; print(fastapi.__version__)';
    const result = await execa(command, ['-c', script], { reject: false, timeout: 20_000 });
    if (!result.failed) return { kind: 'ready', command, version: result.stdout.trim() };
    if (result.exitCode !== undefined && found.kind === 'none')
      found = { kind: 'no-fastapi', command };
  }
  return found;
}
