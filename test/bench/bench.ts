import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { once } from '../../src/model/once.ts';
import { countPackages, folderBytes, installPacked } from '../e2e/installed.ts';
import { runInTerminal } from '../e2e/terminal.ts';
import { alternate, type Figure, quantile, startServer, timeCommand } from './measure.ts';
import { measureWatching } from './watch.ts';

const packageRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const fixtures = join(packageRoot, 'test/bench/fixtures');
const node = process.execPath;

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Measures only the figures whose name holds this text. */
    only: { type: 'string', default: '' },
  },
});
const { json: isJson, only } = options;

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

const solution = join(packageRoot, 'labs/50-predict/20-answer-422/solution.ts');
const gradeArgs = [installed.bin, 'grade', 'predict/answer-422', '--file', solution, '--json'];
const vitest = join(packageRoot, 'node_modules/vitest/vitest.mjs');

/** Measured once, for all the figures of it. */
const watching = once(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'api-labs-bench-watch-'));
  try {
    return await measureWatching({ packageRoot, bin: installed.bin, folder, saves: 50 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

type Measurement = {
  name: string;
  unit: string;
  against: string;
  limit: { atMost: number } | { atLeast: number };
  measure: () => Promise<[number, number]>;
};

const measurements: Measurement[] = [
  {
    name: 'start to first complete frame of home',
    unit: 'ms',
    against: 'unbundled Ink hello',
    limit: { atMost: 0.8 },
    measure: () =>
      alternate(
        15,
        () => timeToText([installed.bin], 'q quit', home, { API_LABS_HOME: home }),
        () => timeToText([join(fixtures, 'ink-hello.mjs')], 'hello', home, {}),
      ),
  },
  {
    name: 'api-labs --version',
    unit: 'ms',
    against: 'node -e 0',
    limit: { atMost: 3 },
    measure: () =>
      alternate(
        20,
        () => timeCommand(node, [installed.bin, '--version'], { env }),
        () => timeCommand(node, ['-e', '0'], { env }),
      ),
  },
  {
    name: 'cold grade of a passing handler',
    unit: 'ms',
    against: 'vitest run of ten in-process tests',
    limit: { atMost: 1.5 },
    measure: () =>
      alternate(
        9,
        () => timeCommand(node, gradeArgs, { cwd: home, env }),
        () => timeCommand(node, [vitest, 'run', '--root', fixtures], { cwd: fixtures, env }),
      ),
  },
  {
    name: 'POST /predict',
    unit: 'requests/s',
    against: 'bare Hono with Zod',
    limit: { atLeast: 0.85 },
    measure: () =>
      alternate(
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
  },
  {
    name: 'save to verdict on screen, median',
    unit: 'ms',
    against: 'the aim',
    limit: { atMost: 1 },
    measure: async () => [quantile((await watching()).ours, 0.5), 100],
  },
  {
    name: 'save to verdict on screen, 95 of 100',
    unit: 'ms',
    against: 'the aim',
    limit: { atMost: 1 },
    measure: async () => [quantile((await watching()).ours, 0.95), 200],
  },
  {
    name: 'save to verdict on screen, beside a peer',
    unit: 'ms',
    against: 'vitest --watch, ten in-process tests',
    limit: { atMost: 0.5 },
    measure: async () => {
      const { ours, vitest } = await watching();
      return [quantile(ours, 0.5), quantile(vitest, 0.5)];
    },
  },
  {
    name: 'memory while watching',
    unit: 'MB',
    against: 'the aim',
    limit: { atMost: 1 },
    measure: async () => [(await watching()).memoryMb, 250],
  },
  {
    name: 'processor while watching',
    unit: '%',
    against: 'the aim',
    limit: { atMost: 1 },
    measure: async () => [(await watching()).idlePercent, 1],
  },
  {
    name: 'installed size',
    unit: 'MB',
    against: 'the aim',
    limit: { atMost: 1 },
    measure: async () => [(await folderBytes(join(installed.folder, 'node_modules'))) / 1e6, 95],
  },
  {
    name: 'installed packages',
    unit: 'packages',
    against: 'the aim',
    limit: { atMost: 1 },
    measure: async () => [await countPackages(installed.folder), 70],
  },
];

try {
  await timeCommand(node, [installed.bin, 'init'], { cwd: home, env });
  for (const { name, unit, against, limit, measure } of measurements) {
    if (!name.includes(only)) continue;
    say(`${name} …`);
    figures.push(figure(name, unit, await measure(), against, limit));
  }
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
