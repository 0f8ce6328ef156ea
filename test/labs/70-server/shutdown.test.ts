import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { servers, spawnServer, waitForEnd } from './spawn-server.ts';

/** Whether the server takes one more connection. */
async function isRefused(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return false;
  } catch {
    return true;
  } finally {
    socket.destroy();
  }
}

test.each(servers)(
  '$name answers what is in flight when SIGTERM comes, and nothing new',
  { timeout: 60_000 },
  async ({ command }) => {
    const { url, port, child, output } = await spawnServer(command);
    const ended = waitForEnd(child);

    // An idle connection, kept open by the client.
    const agent = new Agent({ keepAlive: true });
    const visit = request(`${url}/visits`, { method: 'POST', agent }).end();
    const [counted]: IncomingMessage[] = await once(visit, 'response');
    expect(counted && (await json(counted))).toEqual({ visits: 1 });

    // A request in flight: the server has half of its body.
    const upload = request(`${url}/raw/length`, {
      method: 'POST',
      headers: { 'content-length': '10', expect: '100-continue' },
      agent: new Agent({ keepAlive: true }),
    });
    upload.flushHeaders();
    const answered = once(upload, 'response');
    await once(upload, 'continue');
    upload.write('first');

    child.kill('SIGTERM');
    await vi.waitFor(async () => expect(await isRefused(port)).toBe(true), {
      timeout: 10_000,
      interval: 20,
    });
    expect(child.exitCode, 'it waits').toBeNull();
    expect(output(), 'the lifespan goes on').not.toContain('forgotten');

    upload.end(' half');
    const [reply]: IncomingMessage[] = await answered;
    expect(reply?.statusCode).toBe(200);
    expect(reply && (await json(reply))).toEqual({ bytes: 10 });
    await ended;
    expect(output()).toContain('visits counted, and forgotten now: 1');
    agent.destroy();
  },
);
