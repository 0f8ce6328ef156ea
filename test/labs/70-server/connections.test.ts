import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { servers, spawnServer } from './spawn-server.ts';

test.each(servers)(
  '$name counts requests by connection, and sends a reply as it is made',
  { timeout: 60_000 },
  async ({ command }) => {
    const { url } = await spawnServer(command);
    const ask = async (agent: Agent) => {
      const [reply]: IncomingMessage[] = await once(
        get(`${url}/connection`, { agent }),
        'response',
      );
      return reply && json(reply);
    };
    const agents = [1, 2].map(() => new Agent({ keepAlive: true, maxSockets: 1 }));
    const [first, second] = agents;
    if (first === undefined || second === undefined) throw new Error('There are two agents.');
    expect(await ask(first)).toEqual({ client: '127.0.0.1', request: 1 });
    expect(await ask(first)).toEqual({ client: '127.0.0.1', request: 2 });
    expect(await ask(second)).toEqual({ client: '127.0.0.1', request: 1 });
    expect(await ask(first)).toEqual({ client: '127.0.0.1', request: 3 });
    for (const agent of agents) agent.destroy();

    const [reply]: IncomingMessage[] = await once(get(`${url}/raw/stream`), 'response');
    if (reply === undefined) throw new Error('There is no reply.');
    expect(reply.headers['transfer-encoding']).toBe('chunked');
    const chunks: string[] = [];
    for await (const chunk of reply.setEncoding('utf8')) chunks.push(String(chunk));
    expect(chunks[0]).toBe('chunk 0\n');
    expect(chunks.join('')).toBe('chunk 0\nchunk 1\nchunk 2\nchunk 3\nchunk 4\n');
  },
);
