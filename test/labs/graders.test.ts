import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { typesCheckId } from '../../src/model/verdict.ts';
import { readDefaultExport } from '../../src/servers/child/default-export.ts';
import { createFetchServer, listenOn } from '../../src/servers/child/listen.ts';
import { shareNodeServer } from '../../src/servers/child/module-hooks.ts';
import { closeWebSockets } from '../../src/servers/child/web-sockets.ts';
import { startCommand } from '../../src/servers/start-command.ts';
import { findPython } from '../grader/find-python.ts';
import { guardFile, packageRoot } from '../servers/spawned.ts';
import { readExercises } from './read-exercises.ts';
import { findFirstFailure, readChecks } from './run-checks.ts';

vi.mock('../../labs/kit/checks.ts', async (importOriginal) =>
  (await import('./run-checks.ts')).collectChecks(importOriginal),
);

/** API_LABS_SEEDS=200 tries more of them. */
const seeds = Array.from({ length: Number(process.env.API_LABS_SEEDS ?? 4) }, (_, i) => i + 1);
const env = { MODEL_PATH: join(packageRoot, 'labs/50-predict/data/model.json') };
const python = findPython('fastapi', 'uvicorn');
if (python === undefined) console.log('Skipped: no Python here has fastapi and uvicorn.');

beforeAll(() => {
  shareNodeServer();
  Object.assign(process.env, env);
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation(() => {});
  }
});
afterAll(() => {
  vi.restoreAllMocks();
});

/** Of the many wrong answers half as many are tried; `check-course` draws again. */
const wrongSeeds = seeds.slice(0, Math.ceil(seeds.length / 2));

describe.each(readExercises())('$id', { timeout: 600_000 }, ({ id, checksFile, handlers }) => {
  let checks: Awaited<ReturnType<typeof readChecks>>;
  const rows: string[] = [];
  const killed = new Set<string>();

  beforeAll(async () => {
    checks = await readChecks(checksFile);
  });

  const right = handlers.filter(({ rejectedBy }) => rejectedBy === undefined);
  test.each(right)('$name passes, whatever is drawn', async ({ file }) => {
    await withHandler(file, async (url) => {
      for (const seed of seeds) {
        expect(await findFirstFailure(checks, url, seed), `seed ${seed}`).toBeUndefined();
      }
    });
  });

  test.skipIf(python === undefined)('solution.py passes, whatever is drawn', async () => {
    const app = `--app-dir "${dirname(checksFile)}" solution:app`;
    const started = await startCommand({
      command: `"${python}" -B -m uvicorn ${app} --port {port} --log-level warning`,
      env,
      guardFile,
      cwd: dirname(checksFile),
      deadlineMs: 30_000,
    });
    if (started.kind !== 'running') throw new Error(started.message);
    try {
      for (const seed of seeds) {
        const failed = await findFirstFailure(checks, started.server.url, seed);
        expect(failed, `seed ${seed}`).toBeUndefined();
      }
    } finally {
      await started.server.stop();
    }
  });

  // TypeScript is not asked here: test/course.test.ts proves what it rejects.
  const wrong = handlers.filter(
    ({ rejectedBy }) => rejectedBy !== undefined && rejectedBy !== typesCheckId,
  );
  test.each(wrong)('$name is rejected first by $rejectedBy', async ({ name, file, rejectedBy }) => {
    for (const seed of wrongSeeds) {
      // Loaded anew: the next seed does not find the state in which a mistake left it.
      await withHandler(`${file}?seed=${seed}`, async (url) => {
        const failed = await findFirstFailure(checks, url, seed);
        expect(failed?.check, `seed ${seed}`).toBe(rejectedBy);
        if (seed !== 1 || failed === undefined) return;
        killed.add(failed.check);
        const { title, failure, hintCase, nudge } = failed;
        rows.push(`${name}\n  ${title}\n  ${failure.message}\n  ${hintCase}: ${nudge}\n`);
      });
    }
  });

  test('every check is needed, and the first hints read well', async () => {
    expect(checks.map(({ id }) => id).filter((id) => !killed.has(id))).toEqual([]);
    await expect(rows.sort().join('\n')).toMatchFileSnapshot(`first-hints/${id}.txt`);
  });
});

async function withHandler(file: string, use: (url: string) => Promise<void>): Promise<void> {
  const [path = '', query = ''] = file.split('?');
  const found = readDefaultExport(await import(`${pathToFileURL(path).href}?${query}`), file);
  if (found.kind !== 'fetch') throw new Error(found.message);
  const server = createFetchServer(found.fetch);
  const port = await listenOn(server, 0, false);
  try {
    await use(`http://127.0.0.1:${port}`);
  } finally {
    server.close();
    await closeWebSockets(server);
  }
}
