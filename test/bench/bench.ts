import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { countPackages, folderBytes, installPacked } from '../e2e/installed.ts';
import { runInTerminal } from '../e2e/terminal.ts';
import { alternate, type Figure, startServer, timeCommand } from './measure.ts';

const packageRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const fixtures = join(packageRoot, 'test/bench/fixtures');
const node = process.execPath;

const isJson = process.argv.includes('--json');

const say = (text: string) => {
  if (!isJson) process.stderr.write(`${text}\n`);
};

function figure(
  name: string,
  unit: string,
  [value, againstValue]: [number, number],
  against: string,
  limit: { atMost: number } | { atLeast: number },
): Figure {
  const ratio = value / againstValue;
  const isMet = 'atMost' in limit ? ratio <= limit.atMost : ratio >= limit.atLeast;
  const aim = 'atMost' in limit ? `at most ${limit.atMost}x` : `at least ${limit.atLeast}x`;
  return { name, value, unit, against, againstValue, ratio, aim, isMet };
}

/** Milliseconds until a program in a terminal shows a text; the program is then ended. */
async function timeToText(
  args: string[],
  text: string | RegExp,
  cwd: string,
  env: Record<string, string>,
): Promise<number> {
  const start = performance.now();
  const run = runInTerminal(node, args, { cwd, env });
  await run.waitFor(text);
  const elapsed = performance.now() - start;
  run.kill('SIGTERM');
  await run.exited;
  return elapsed;
}

const home = await mkdtemp(join(tmpdir(), 'api-labs-bench-'));
say('Packing and installing …');
const installed = await installPacked(packageRoot);
const env = { ...process.env, API_LABS_HOME: home };
const dist = dirname(installed.bin);
const figures: Figure[] = [];

try {
  await timeCommand(node, [installed.bin, 'init'], { cwd: home, env });

  say('Start to the first complete frame …');
  figures.push(
    figure(
      'start to first complete frame of home',
      'ms',
      await alternate(
        15,
        () => timeToText([installed.bin], 'q quit', home, { API_LABS_HOME: home }),
        () => timeToText([join(fixtures, 'ink-hello.mjs')], 'hello', home, {}),
      ),
      'unbundled Ink hello',
      { atMost: 0.8 },
    ),
  );

  say('api-labs --version …');
  figures.push(
    figure(
      'api-labs --version',
      'ms',
      await alternate(
        20,
        () => timeCommand(node, [installed.bin, '--version'], { env }),
        () => timeCommand(node, ['-e', '0'], { env }),
      ),
      'node -e 0',
      { atMost: 3 },
    ),
  );

  say('Cold grade of a passing handler …');
  const solution = join(packageRoot, 'labs/50-predict/20-answer-422/solution.ts');
  const gradeArgs = [installed.bin, 'grade', 'predict/answer-422', '--file', solution, '--json'];
  const vitest = join(packageRoot, 'node_modules/vitest/vitest.mjs');
  figures.push(
    figure(
      'cold grade of a passing handler',
      'ms',
      await alternate(
        9,
        () => timeCommand(node, gradeArgs, { cwd: home, env }),
        () => timeCommand(node, [vitest, 'run', '--root', fixtures], { cwd: fixtures, env }),
      ),
      'vitest run of ten in-process tests',
      { atMost: 1.5 },
    ),
  );

  say('POST /predict under load …');
  figures.push(
    figure(
      'POST /predict',
      'requests/s',
      await alternate(
        3,
        () =>
          loadServer([
            join(fixtures, 'lab-predict.mjs'),
            join(dist, 'labs/predict/server.js'),
            join(dist, 'host.js'),
          ]),
        () =>
          loadServer([
            join(fixtures, 'bare-predict.mjs'),
            join(packageRoot, 'labs/50-predict/data/model.json'),
          ]),
      ),
      'bare Hono with Zod',
      { atLeast: 0.85 },
    ),
  );

  const megabytes = (await folderBytes(join(installed.folder, 'node_modules'))) / 1e6;
  figures.push(figure('installed size', 'MB', [megabytes, 95], 'the aim', { atMost: 1 }));
  const packages = await countPackages(installed.folder);
  figures.push(figure('installed packages', 'packages', [packages, 70], 'the aim', { atMost: 1 }));
} finally {
  await installed.remove();
  await rm(home, { recursive: true, force: true });
}

/** Mean requests per second over four seconds on ten connections. */
async function loadServer(args: string[]): Promise<number> {
  const server = await startServer(node, args, { cwd: home, env });
  try {
    const result = await autocannon({
      url: `${server.url}/predict`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"feature1": 1.5, "feature2": 2.5}',
      connections: 10,
      duration: 4,
    });
    if (result.non2xx > 0) throw new Error(`${result.non2xx} replies were not 2xx`);
    return result.requests.average;
  } finally {
    await server.stop();
  }
}

if (isJson) {
  const reported = figures.map(({ name, value, unit, against, againstValue, ratio }) => ({
    name,
    value,
    unit,
    against,
    againstValue,
    ratio,
  }));
  process.stdout.write(`${JSON.stringify(reported)}\n`);
} else {
  for (const one of figures) {
    const line = [
      one.name.padEnd(40),
      `${one.value.toFixed(1)} ${one.unit}`.padEnd(18),
      `${one.against} ${one.againstValue.toFixed(1)}`.padEnd(46),
      `${one.ratio.toFixed(2)}x`.padEnd(8),
      `${one.isMet ? 'met' : 'MISSED'}: ${one.aim}`,
    ];
    process.stdout.write(`${line.join('')}\n`);
  }
}
