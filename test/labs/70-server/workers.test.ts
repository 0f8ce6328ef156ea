import { expect, test, vi } from 'vitest';
import { descendants } from '../../servers/spawned.ts';
import { servers, spawnServer, waitForEnd } from './spawn-server.ts';

async function visit(url: string): Promise<number> {
  const reply = await fetch(`${url}/visits`, { method: 'POST', headers: { connection: 'close' } });
  const { visits } = Object(await reply.json());
  return visits;
}

test.each(servers)(
  '$name: two workers share a port and no variable',
  { timeout: 60_000 },
  async ({ workers }) => {
    const { url, child, output } = await spawnServer(workers);
    const ended = waitForEnd(child);
    // Uvicorn names its port before a worker listens there.
    await vi.waitFor(() => fetch(`${url}/ready`), { timeout: 20_000, interval: 50 });
    const counts: number[] = [];
    // Who takes a connection is up to the system: a worker that is still starting takes none.
    const isFirst = (count: number) => count === 1;
    while (counts.filter(isFirst).length < 2) {
      expect(counts.length).toBeLessThan(20_000);
      counts.push(...(await Promise.all(Array.from({ length: 8 }, () => visit(url)))));
    }
    expect(Math.max(...counts)).toBeLessThan(counts.length);

    child.kill('SIGTERM');
    await ended;
    const forgotten = [...output().matchAll(/forgotten now: (\d+)/g)].map(([, n]) => Number(n));
    expect(forgotten, 'each worker has its own lifespan').toHaveLength(2);
    expect(forgotten.reduce((sum, count) => sum + count)).toBe(counts.length);
    expect(descendants(child.pid)).toEqual([]);
  },
);
