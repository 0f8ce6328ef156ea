import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countPackages, type InstalledPackage, installPacked } from './installed.ts';

const packageRoot = resolve(import.meta.dirname, '../..');
const execute = promisify(execFile);

type Outcome = { code: number; stdout: string; stderr: string };

let installed: InstalledPackage;
let learner: string;

/** Runs the installed program as a learner would, from an empty folder outside the clone. */
async function run(args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const options = {
    cwd: learner,
    env: { ...process.env, API_LABS_HOME: join(learner, 'home'), ...env },
  };
  try {
    const { stdout, stderr } = await execute(process.execPath, [installed.bin, ...args], options);
    return { code: 0, stdout, stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, stdout: failed.stdout, stderr: failed.stderr };
  }
}

beforeAll(async () => {
  installed = await installPacked(packageRoot);
  learner = await mkdtemp(join(tmpdir(), 'api-labs-learner-'));
}, 300_000);

afterAll(async () => {
  await installed?.remove();
  if (learner !== undefined) await rm(learner, { recursive: true, force: true });
});

describe('the packed program in an empty folder', () => {
  test('prints its version through npx', async () => {
    const { version } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8'));
    const { stdout } = await execute('npx', ['--no-install', 'api-labs', '--version'], {
      cwd: installed.folder,
    });
    expect(stdout.trim()).toBe(version);
  });

  test('brings at most 70 packages', async () => {
    expect(await countPackages(installed.folder)).toBeLessThanOrEqual(70);
  });

  test('tells a Node that is too old which version is needed and the line that works anyway', async () => {
    const oldNode = join(packageRoot, 'test/e2e/fixtures/old-node.cjs');
    const outcome = await execute(process.execPath, ['--require', oldNode, installed.bin]).catch(
      (error: Outcome) => error,
    );
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain('api-labs needs Node 22.18 or newer; this is Node 16.20.2.');
    expect(outcome.stderr).toContain('npx -p node@24 -p api-labs api-labs');
    expect(outcome.stderr).not.toContain('    at ');
  });

  test('lists the course as JSON in the agreed shape', async () => {
    const { stdout } = await run(['list', '--json']);
    const list = JSON.parse(stdout);
    expect(list.schemaVersion).toBe(1);
    const predict = list.lessons.find(({ id }: { id: string }) => id === 'predict');
    expect(predict).toEqual({
      id: 'predict',
      title: expect.any(String),
      status: 'new',
      lab: 'predict',
      exercises: expect.arrayContaining(['predict/serve-the-model', 'predict/predict-the-batch']),
    });
    const exercises = list.labs.flatMap((lab: { exercises: object[] }) => lab.exercises);
    expect(exercises).toContainEqual({
      id: 'predict/type-the-input',
      title: expect.any(String),
      status: 'new',
      mistakes: 33,
    });
  });

  test('prints a whole lesson as plain lines of at most 80 columns', async () => {
    const { code, stdout } = await run(['lesson', 'predict']);
    expect(code).toBe(0);
    expect(stdout).not.toContain('\x1b');
    for (const beat of ['Say it', 'See it', 'Run it', 'Build it', 'Defend it']) {
      expect(stdout).toContain(beat);
    }
    const widest = Math.max(...stdout.split('\n').map((line) => line.length));
    expect(widest).toBeLessThanOrEqual(80);
  });

  test('ends quietly when its reader does', async () => {
    const command = `"${process.execPath}" "${installed.bin}" lesson predict | head -1`;
    const { stdout, stderr } = await execute('bash', ['-o', 'pipefail', '-c', command], {
      env: { ...process.env, API_LABS_HOME: join(learner, 'home') },
    });
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toBe('');
  });

  test.skipIf(!existsSync('/dev/full'))('says when its output cannot be written', async () => {
    const command = `"${process.execPath}" "${installed.bin}" lesson predict`;
    const env = { ...process.env, API_LABS_HOME: join(learner, 'home') };
    const full = await execute('bash', ['-c', `${command} >/dev/full`], { env }).catch(
      (error: Outcome) => error,
    );
    expect(full).toMatchObject({
      code: 1,
      stderr: 'The output could not be written: the disk is full.\n',
    });
    const both = await execute('bash', ['-c', `${command} >/dev/full 2>&1`], { env }).catch(
      (error: Outcome) => error,
    );
    expect(both).toMatchObject({ code: 1, stdout: '' });
  });

  test('says so when its folder is gone, and when progress has no place', async () => {
    const gone = `cd "$(mktemp -d)" && rmdir "$PWD" && "${process.execPath}" "${installed.bin}" list`;
    const lost = await execute('bash', ['-c', gone]).catch((error: Outcome) => error);
    expect(lost).toMatchObject({ code: 1, stdout: '' });
    expect(lost.stderr).toContain('is not there any more');
    expect(lost.stderr).not.toContain('    at ');
    const doctor = await run(['doctor'], { API_LABS_HOME: join(packageRoot, 'package.json') });
    expect(doctor.stdout).toContain('progress cannot be saved: something else is in its place.');
  });

  test('answers a misspelt exercise and command with the nearest name', async () => {
    const exercise = await run(['grade', 'predict/anwser-422']);
    expect(exercise.code).toBe(2);
    expect(exercise.stderr).toContain('predict/answer-422');
    const command = await run(['lessn', 'predict']);
    expect(command.code).toBe(2);
    expect(command.stderr).toContain('lesson');
  });

  test('runs the lab, answers a prediction and ends without a trace', async () => {
    const child = spawn(
      process.execPath,
      [installed.bin, 'lab', 'predict', '--port', '0', '--json'],
      {
        cwd: learner,
        env: { ...process.env, API_LABS_HOME: join(learner, 'home') },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const lines: string[] = [];
    const nextLine = lineReader(child.stdout, lines);
    const { url } = JSON.parse(await nextLine());
    const reply = await fetch(`${url}/predict`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"feature1": 1.5, "feature2": 2.5}',
    });
    expect(await reply.json()).toEqual({
      prediction: [0],
      probability: [expect.closeTo(0.7151470445746542, 12), expect.closeTo(0.2848529554253459, 12)],
    });
    const exchange = JSON.parse(await nextLine());
    expect(exchange.request).toMatchObject({ method: 'POST', path: '/predict' });
    expect(exchange.response.status).toBe(200);
    const docs = await (await fetch(`${url}/docs`)).text();
    const asset = /src="([^"]+\.js)"/.exec(docs)?.[1];
    expect((await fetch(new URL(asset ?? '', `${url}/docs`))).status).toBe(200);
    const ended = new Promise((done) => child.once('close', done));
    child.kill('SIGTERM');
    await ended;
    await expect(fetch(url)).rejects.toThrow();
  });

  test('grades a file anywhere: the solution passes, the starter does not', async () => {
    const exerciseFolder = join(packageRoot, 'labs/50-predict/20-answer-422');
    const elsewhere = join(learner, 'elsewhere');
    await mkdir(elsewhere);
    await cp(join(exerciseFolder, 'solution.ts'), join(elsewhere, 'mine.ts'));
    await cp(join(exerciseFolder, 'starter.ts'), join(elsewhere, 'first.ts'));
    const passed = await run([
      'grade',
      'predict/answer-422',
      '--file',
      'elsewhere/mine.ts',
      '--json',
    ]);
    expect(passed.code).toBe(0);
    const verdict = JSON.parse(passed.stdout);
    expect(verdict).toMatchObject({
      schemaVersion: 1,
      exercise: 'predict/answer-422',
      status: 'passed',
    });
    expect(verdict.checks.length).toBeGreaterThanOrEqual(5);
    const failed = await run([
      'grade',
      'predict/answer-422',
      '--file',
      'elsewhere/first.ts',
      '--json',
    ]);
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.stdout).status).toBe('failed');
  });

  test('grades every save of a watched file, also where the checks lie in node_modules', async () => {
    const exerciseFolder = join(packageRoot, 'labs/50-predict/20-answer-422');
    const file = join(learner, 'watched.ts');
    await cp(join(exerciseFolder, 'starter.ts'), file);
    const child = spawn(
      process.execPath,
      [installed.bin, 'grade', 'predict/answer-422', '--file', file, '--watch'],
      { cwd: learner, env: { ...process.env, API_LABS_HOME: join(learner, 'home') } },
    );
    const ended = once(child, 'exit');
    try {
      await untilPrinted(child.stdout, /✘ failed/);
      await cp(join(exerciseFolder, 'solution.ts'), file);
      await untilPrinted(child.stdout, /✔ passed/);
      await cp(join(exerciseFolder, 'starter.ts'), file);
      await untilPrinted(child.stdout, /✘ failed/);
    } finally {
      child.kill('SIGTERM');
      await ended;
    }
  });

  test('makes a workspace whose handlers are graded and whose types resolve', async () => {
    const init = await run(['init']);
    expect(init.code).toBe(0);
    expect(await readdir(join(learner, 'api-labs/predict/type-the-input'))).toEqual(
      expect.arrayContaining(['handler.ts', 'task.md']),
    );
    const graded = await run(['grade', 'predict/type-the-input']);
    expect(graded.code).toBe(1);
    expect(graded.stdout).toContain('failed');
    const typeCheck = await execute(process.execPath, [
      join(installed.folder, 'node_modules/typescript/bin/tsc'),
      '--noEmit',
      '-p',
      join(learner, 'api-labs'),
    ]).catch((error: Outcome) => error);
    // One starter breaks the promise of its contract: that is its exercise.
    const found = typeCheck.stdout.matchAll(
      /([^/\\\s]+)[/\\]handler\.ts\(\d+,\d+\): error (TS\d+)/g,
    );
    expect([...found].map(([, folder, code]) => [folder, code])).toEqual([
      ['promise-the-reply', 'TS2345'],
    ]);
    const listed = JSON.parse((await run(['list', '--json'])).stdout);
    const exercises = listed.labs.flatMap((lab: { exercises: object[] }) => lab.exercises);
    expect(exercises).toContainEqual(
      expect.objectContaining({ id: 'predict/type-the-input', status: 'started' }),
    );
  });
});

/** Waits until a stream has said something since the last such wait. */
function untilPrinted(stream: NodeJS.ReadableStream, pattern: RegExp): Promise<void> {
  let printed = '';
  return new Promise((done, fail) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      if (!pattern.test(printed)) return;
      stream.off('data', read);
      done();
    };
    stream.on('data', read);
    stream.once('end', () => fail(new Error(`It ended before ${pattern} came:\n${printed}`)));
  });
}

/** Reads a stream line by line, waiting for each. */
function lineReader(stream: NodeJS.ReadableStream, lines: string[]): () => Promise<string> {
  const waiting: ((line: string) => void)[] = [];
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      const next = waiting.shift();
      if (next === undefined) lines.push(line);
      else next(line);
    }
  });
  return () =>
    new Promise((done) => {
      const line = lines.shift();
      if (line === undefined) waiting.push(done);
      else done(line);
    });
}
