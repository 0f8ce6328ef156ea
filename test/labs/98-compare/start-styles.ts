import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { vi } from 'vitest';
import app from '../../../labs/98-compare/server.ts';
import { findFreePort, isListening } from '../../../src/servers/probe.ts';
import { findPython } from '../../grader/find-python.ts';
import { packageRoot } from '../../servers/spawned.ts';
import { serveLab } from '../serve-lab.ts';

export const folder = join(packageRoot, 'labs/98-compare');

export type Style = {
  name: string;
  /** Why it cannot run here. */
  skipped?: string;
  start: () => Promise<{ url: string; stop: () => Promise<void> }>;
};

const parts = join(folder, 'parts');
const node = (file: string) => () => startProgram(process.execPath, [file], parts);
const uvicorn = (python: string, cwd: string, module: string, called: string) => () => {
  const given = ['-m', 'uvicorn', `${module}:app`, '--interface', called, '--port', '{port}'];
  return startProgram(python, given, cwd);
};

function inPython(name: string, cwd: string, module: string, needed: string, called = 'auto') {
  const python = findPython(needed, 'uvicorn');
  const skipped = `no Python here has ${needed} and uvicorn`;
  const start = uvicorn(python ?? 'python3', cwd, module, called);
  return python === undefined ? { name, skipped, start } : { name, start };
}

/** Each as `data/race.json` has it run. */
export const styles: Style[] = [
  { name: 'Hono + Zod', start: () => serveLab(app) },
  inPython('FastAPI', folder, 'main', 'fastapi'),
  { name: 'node:http', start: node('by-hand.ts') },
  { name: 'Express', start: node('express.ts') },
  inPython('Flask', parts, 'flask_app', 'flask', 'wsgi'),
];

async function startProgram(program: string, given: string[], cwd: string) {
  const port = await findFreePort();
  const child = spawn(
    program,
    given.map((one) => one.replace('{port}', String(port))),
    {
      cwd,
      // What a style that crashes prints is not wanted here.
      stdio: 'ignore',
      env: { ...process.env, PORT: String(port), PYTHONDONTWRITEBYTECODE: '1' },
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await vi.waitUntil(() => isListening('127.0.0.1', port), { timeout: 30_000, interval: 25 });
  const stop = () => {
    child.kill('SIGKILL');
    return ended;
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
