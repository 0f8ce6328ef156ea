import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../servers/spawned.ts';

type Racer = { name: string; requestsPerSecond: number; hasDocs?: boolean; reason?: string };

test('every server that can run here answers the same, and is measured', async () => {
  const args = [join(packageRoot, 'dist/bin.cjs'), 'race', 'hello', '--json'];
  const { promise, resolve, reject } = Promise.withResolvers<Racer[]>();
  execFile(process.execPath, args, { cwd: packageRoot }, (error, stdout, stderr) => {
    if (stdout === '') reject(error ?? new Error(stderr));
    else resolve(JSON.parse(stdout).racers);
  });
  const [hono, express, fastapi] = await promise;
  expect(hono).toMatchObject({ name: 'Hono and Zod, this lab', hasDocs: true });
  expect(express).toMatchObject({ name: 'Express and Zod', hasDocs: false });
  expect(Math.min(hono?.requestsPerSecond ?? 0, express?.requestsPerSecond ?? 0)).toBeGreaterThan(
    0,
  );
  if (fastapi?.reason === undefined) {
    expect(fastapi).toMatchObject({ name: 'FastAPI on Uvicorn', hasDocs: true });
  } else {
    console.log(`Skipped: ${fastapi.reason}`);
    expect(fastapi.reason).toMatch(/Python|FastAPI/);
  }
});
