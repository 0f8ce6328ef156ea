import { execFile, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

export type Twin =
  | {
      kind: 'running';
      url: string;
      /** The versions of Python and of the packages that decide what the twin answers. */
      versions: Record<string, string>;
      stop: () => Promise<void>;
    }
  | { kind: 'unavailable'; message: string };

const run = promisify(execFile);
const startDeadlineMs = 60_000;

const versionsScript = `
import json, platform, fastapi, joblib, pydantic, sklearn, starlette, uvicorn
print(json.dumps({"python": platform.python_version(), "fastapi": fastapi.__version__,
  "pydantic": pydantic.VERSION, "starlette": starlette.__version__,
  "uvicorn": uvicorn.__version__, "scikit-learn": sklearn.__version__}))`;

/** Starts a lab's `main.py` under uvicorn on a free loopback port. */
export async function startTwin(labFolder: string, python: string): Promise<Twin> {
  let versions: Record<string, string>;
  try {
    const { stdout } = await run(python, ['-c', versionsScript]);
    versions = z.record(z.string(), z.string()).parse(JSON.parse(stdout));
    const script = path.join(labFolder, 'data', 'train.py');
    if (existsSync(script) && !isUpToDate(path.join(labFolder, 'data', 'model.pkl'), script)) {
      await run(python, [script, '--only-pickle']);
    }
  } catch (error) {
    const [reason = ''] = String(error instanceof Error ? error.message : error)
      .trim()
      .split('\n')
      .slice(-1);
    return {
      kind: 'unavailable',
      message: `${python} cannot run the twin (${reason}). Give it fastapi, uvicorn, scikit-learn and joblib.`,
    };
  }
  return startUvicorn(labFolder, python, versions);
}

/** Whether the model is there and was trained by the script as it is now, which may train more of them than before. */
function isUpToDate(model: string, script: string): boolean {
  return existsSync(model) && statSync(model).mtimeMs >= statSync(script).mtimeMs;
}

function startUvicorn(
  labFolder: string,
  python: string,
  versions: Record<string, string>,
): Promise<Twin> {
  const child = spawn(
    python,
    ['-m', 'uvicorn', 'main:app', '--host', '127.0.0.1', '--port', '0', '--no-access-log'],
    {
      cwd: labFolder,
      stdio: ['ignore', 'ignore', 'pipe'],
      // A model need not pretend to think when nobody watches.
      env: { TOKEN_DELAY_MS: '0', ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return new Promise((resolve) => {
    let output = '';
    const fail = (reason: string) => {
      clearTimeout(timer);
      void stop();
      const message = `${path.join(labFolder, 'main.py')} did not start: ${reason}`;
      resolve({ kind: 'unavailable', message });
    };
    const timer = setTimeout(() => fail('uvicorn did not listen in time.'), startDeadlineMs);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4000);
      const url = /Uvicorn running on (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve({ kind: 'running', url, versions, stop });
    });
    void ended.then(() => fail(output.trim().split('\n').at(-1) ?? 'it printed nothing.'));
  });
}
