import { spawn } from 'node:child_process';

/** One figure of the benchmark: what was measured, and what stands beside it from the same run. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  against: string;
  againstValue: number;
  /** `value / againstValue`. */
  ratio: number;
  /** What was aimed at, in words. */
  aim: string;
  isMet: boolean;
};

export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value below which this share of all values lies, from 0 to 1. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Runs two measurements in turn, so that a machine whose speed drifts treats both alike. Returns both medians. */
export async function alternate(
  runs: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<[number, number]> {
  await one();
  await other();
  const ones: number[] = [];
  const others: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    ones.push(await one());
    others.push(await other());
  }
  return [median(ones), median(others)];
}

/** Milliseconds from start to end of a command; throws when its exit code is not the expected one. */
export function timeCommand(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-2000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(performance.now() - start);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}`));
    });
  });
}

/** Starts a server that prints `{"url": ...}` on its first line. */
export function startServer(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<{ url: string; stop: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let isReady = false;
    child.stdout.on('data', (chunk: Buffer) => {
      if (isReady) return;
      output += chunk.toString();
      const line = /^\{.*\}$/m.exec(output)?.[0];
      if (line === undefined) return;
      isReady = true;
      const stop = () =>
        new Promise<void>((done) => {
          child.once('close', () => done());
          child.kill('SIGTERM');
        });
      resolve({ url: (JSON.parse(line) as { url: string }).url, stop });
    });
    child.once('close', (code) => reject(new Error(`${command} ended with ${code}: ${output}`)));
  });
}
