import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { once } from '../../src/model/once.ts';
import { countPackages, folderBytes, installPacked } from '../e2e/installed.ts';
import { runInTerminal } from '../e2e/terminal.ts';
import { mainRoutes } from './fixtures/bare-labs.ts';
import { alternate, type Figure, quantile, startServer, timeCommand } from './measure.ts';
import { measureWatching } from './watch.ts';

const packageRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const fixtures = join(packageRoot, 'test/bench/fixtures');
const node = process.execPath;

const { json: isJson, only } = readOptions();

/** `only` is a text: figures whose name holds it are measured. */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        only: { type: 'string', default: '' },
      },
    });
    return values;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${problem}\nUsage: npm run bench -- [--json] [--only TEXT]\n`);
    return process.exit(2);
  }
}

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

type Racer = { name: string; requestsPerSecond: number };

/** One `api-labs race` of a lab, for all the figures of it. */
const race = onceEachLab(async (lab): Promise<Racer[]> => {
  const { promise, resolve, reject } = Promise.withResolvers<Racer[]>();
  execFile(
    node,
    [installed.bin, 'race', lab, '--json'],
    { cwd: packageRoot, env },
    (error, stdout) => {
      if (error === null) resolve(JSON.parse(stdout).racers);
      else reject(error);
    },
  );
  return promise;
});

function onceEachLab<Value>(run: (lab: string) => Promise<Value>) {
  const known = new Map<string, Promise<Value>>();
  return (lab: string): Promise<Value> => {
    const running = known.get(lab) ?? run(lab);
    known.set(lab, running);
    return running;
  };
}

/** Requests per second of two racers of a lab; not a number where one of them could not run. */
async function speeds(lab: string, ...names: [string, string]): Promise<[number, number]> {
  const racers = await race(lab);
  const speedOf = (name: string) =>
    racers.find((racer) => racer.name === name)?.requestsPerSecond || Number.NaN;
  return [speedOf(names[0]), speedOf(names[1])];
}

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
  ...Object.entries(mainRoutes).map(([lab, { app: _app, ...request }]) => ({
    name: `lab ${lab}, ${request.method} ${request.path.split('?')[0]}`,
    unit: 'requests/s',
    against: 'bare Hono with Zod',
    limit: { atLeast: 0.85 },
    measure: () => {
      const served = [
        join(fixtures, 'lab.mjs'),
        join(dist, `labs/${lab}/server.js`),
        join(dist, 'host.js'),
      ];
      const bare = [join(fixtures, 'bare-labs.ts'), lab];
      return loadBoth(served, bare, request);
    },
  })),
  ...['hello', 'predict'].flatMap((lab) =>
    ['Express and Zod', 'FastAPI on Uvicorn'].map((rival) => ({
      name: `race ${lab}`,
      unit: 'requests/s',
      against: rival,
      limit: { atLeast: 1 },
      measure: () => speeds(lab, 'Hono and Zod, this lab', rival),
    })),
  ),
  // What the lesson Fast says of this race.
  ...[
    { one: 'FastAPI', rival: 'Flask', atLeast: 1.5 },
    { one: 'Hono + Zod', rival: 'FastAPI', atLeast: 3 },
  ].map(({ one, rival, atLeast }) => ({
    name: `race compare, ${one}`,
    unit: 'requests/s',
    against: rival,
    limit: { atLeast },
    measure: () => speeds('compare', one, rival),
  })),
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
  if (figures.length === 0) say(`No figure has "${only}" in its name.`);
} finally {
  await installed.remove();
  await rm(home, { recursive: true, force: true });
}

type Load = Pick<autocannon.Options, 'method' | 'headers' | 'body'> & { path: string };

/**
 * Requests per second of two servers that run beside each other, each loaded on ten connections for a second at a time, in
 * turn. The best second of each counts: on a machine that others use too, a slow one says more about them.
 */
async function loadBoth(
  one: string[],
  other: string[],
  { path, ...request }: Load,
): Promise<[number, number]> {
  const servers = await Promise.all(
    [one, other].map((args) => startServer(node, args, { cwd: home, env })),
  );
  try {
    const best = servers.map(() => 0);
    // The first second warms them up.
    for (let round = 0; round <= 6; round += 1) {
      for (const [index, { url }] of servers.entries()) {
        const load = { url: url + path, ...request, connections: 10, duration: 1 };
        const { non2xx, requests, duration } = await autocannon(load);
        if (non2xx > 0) throw new Error(`${non2xx} replies were not 2xx`);
        if (round > 0) best[index] = Math.max(best[index] ?? 0, requests.total / duration);
      }
    }
    return [best[0] ?? 0, best[1] ?? 0];
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
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
      `${one.value.toFixed(1)} ${one.unit} `.padEnd(20),
      `${one.against} ${one.againstValue.toFixed(1)}`.padEnd(46),
      `${one.ratio.toFixed(2)}x`.padEnd(8),
      Number.isNaN(one.ratio)
        ? 'not measured: one of the two cannot run here'
        : `${one.isMet ? 'met' : 'MISSED'}: ${one.aim}`,
    ];
    process.stdout.write(`${line.join('')}\n`);
  }
}
