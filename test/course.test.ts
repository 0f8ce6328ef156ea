import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawnSeed } from './drawn-seed.ts';
import { packageRoot } from './servers/spawned.ts';

type Report = {
  status: string;
  problems: unknown[];
  mutations: { exercise: string; graded: number; killed: number; equivalent: number }[];
};

/** Of each exercise's mutations so many are graded; API_LABS_MUTATIONS=1000 grades them all. */
const sample = process.env.API_LABS_MUTATIONS ?? '15';
const seed = String(drawnSeed());
console.info(`Mutations are drawn from API_LABS_SEED=${seed}.`);

/** Everything `check-course --mutations` finds out about the course itself. */
async function proveCourse(): Promise<Report> {
  const { promise, resolve, reject } = Promise.withResolvers<Report>();
  const options = ['--mutations', '--sample', sample, '--seed', seed, '--json'];
  const args = [join(packageRoot, 'dist/bin.cjs'), 'check-course', ...options];
  execFile(process.execPath, args, { cwd: packageRoot }, (error, stdout, stderr) => {
    if (stdout === '') reject(error ?? new Error(stderr));
    else resolve(JSON.parse(stdout));
  });
  return promise;
}

test('every grader is proven, by the mistakes beside it and by generated ones', async () => {
  const { status, problems, mutations } = await proveCourse();
  expect(problems).toEqual([]);
  expect(status).toBe('passed');
  for (const { exercise, graded, killed, equivalent } of mutations) {
    expect(graded, `mutations of ${exercise}`).toBeGreaterThan(10);
    expect(killed / (graded - equivalent), `killed of ${exercise}`).toBeGreaterThanOrEqual(0.95);
    // The list of what is equivalent is no place for holes. A sample may hold more of it than there is.
    expect(equivalent / graded, `equivalent in ${exercise}`).toBeLessThan(0.4);
  }
}, 1_200_000);
