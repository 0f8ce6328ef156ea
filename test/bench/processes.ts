import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Memory that processes hold together. On Linux pages that several share count once, elsewhere in each. */
export async function residentBytes(processes: number[]): Promise<number> {
  const sizes = await Promise.all(
    processes.map(async (pid) => {
      try {
        const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
        return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
      } catch {
        return (await psNumber(pid, 'rss')) * 1024;
      }
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Milliseconds of processor time that processes have used so far, to 10 ms on Linux. */
export async function processorMs(processes: number[]): Promise<number> {
  const times = await Promise.all(
    processes.map(async (pid) => {
      try {
        const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return (Number(fields[11]) + Number(fields[12])) * 10;
      } catch {
        return 0;
      }
    }),
  );
  return times.reduce((sum, time) => sum + time, 0);
}

async function psNumber(pid: number, field: string): Promise<number> {
  const { stdout } = await run('ps', ['-o', `${field}=`, '-p', String(pid)]).catch(() => ({
    stdout: '0',
  }));
  return Number(stdout.trim());
}
