import { expect, test } from 'vitest';
import type { LabWatch } from '../../../src/model/course.ts';
import type { RaceSpec } from '../../../src/model/race.ts';
import type { SocketEvent } from '../../../src/model/socket.ts';
import { lab } from '../course-fixture.ts';
import { createMemoryServices } from '../memory-services.ts';
import { keys, openTerminal } from '../test-terminal.ts';

const initialScreen = { name: 'lab', id: 'predict' } as const;

function openLab(watch?: LabWatch) {
  const services = createMemoryServices();
  services.loadLab = async () => (watch === undefined ? lab : { ...lab, watch });
  return services;
}

test('what a lab is about is read and closed again', async () => {
  const terminal = openTerminal({ services: openLab(), initialScreen });
  await terminal.waitFor('i tells what this lab is about');
  terminal.press('i');
  await terminal.waitFor('A lab.');
  terminal.press(keys.escape);
  await terminal.waitFor('REQUESTS');
  terminal.press('v');
  terminal.press('q');
  await terminal.finished;
});

test('a stream of events is shown as it comes, until it is stopped', async () => {
  const services = openLab();
  const head = { status: 200, headers: { 'content-type': 'text/event-stream' } };
  services.send = (_url, request, { signal, onPart } = {}) => {
    const body = 'data: tick\n\n';
    onPart?.({ ...head, body, durationMs: 5 });
    return new Promise((resolve) => {
      signal?.addEventListener('abort', () =>
        resolve({ request, response: { ...head, body }, durationMs: 9, isStopped: true }),
      );
    });
  };
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('● http');
  terminal.press(keys.enter);
  await terminal.waitFor('tick');
  expect(terminal.frame()).toContain('Esc stop it');
  terminal.press(keys.escape);
  await terminal.waitFor('You stopped it here.');
  expect(terminal.frame()).toContain('REQUESTS');
  terminal.press('q');
  await terminal.finished;
});

test('the latency of a route is drawn while requests are sent, and is no part of the log', async () => {
  const services = openLab('latencies');
  const asked: Record<string, string>[] = [];
  services.send = async (_url, request) => {
    if (request.path === '/health') asked.push(request.headers);
    return { request, response: { status: 200, headers: {}, body: '{}' }, durationMs: 12 };
  };
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('● http');
  terminal.press('v');
  await terminal.waitFor('ROUTE  GET /health');
  await expect.poll(() => asked.length).toBeGreaterThan(2);
  expect(Object.keys(asked[0] ?? {})).toEqual(['x-api-labs-watch']);
  terminal.press(keys.enter);
  await terminal.waitFor('took 12 ms');
  terminal.press('v');
  await terminal.waitFor('200 OK');
  terminal.press('q');
  await terminal.finished;
});

test('two services are watched with the breaker between them', async () => {
  const services = openLab('spans');
  const span = { number: 1, service: 'stock', name: 'GET /items/pear', trace_id: 'abcd' };
  const replies: Record<string, object> = {
    '/breaker': { state: 'open', failures: 5 },
    '/spans?after=0': [{ ...span, status: 200, duration_ms: 3 }],
    '/spans?after=1': [],
  };
  services.send = async (_url, request) => {
    const json = JSON.parse(JSON.stringify(replies[request.path] ?? {}));
    const response = { status: 200, headers: {}, body: JSON.stringify(json), json };
    return { request, response, durationMs: 1 };
  };
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('● http');
  terminal.press('v');
  await terminal.waitFor('requests are refused at once');
  await terminal.waitFor('GET /items/pear');
  terminal.press('q');
  await terminal.finished;
});

test('two people talk in one room, and both connections are closed when it is left', async () => {
  const services = openLab('rooms');
  const tells = new Map<string, (event: SocketEvent) => void>();
  const sent: string[] = [];
  const closed: string[] = [];
  services.connect = (_url, path, onEvent) => {
    tells.set(path, onEvent);
    queueMicrotask(() => onEvent({ kind: 'opened' }));
    return {
      send: (text) => {
        sent.push(`${path} ${text}`);
        const other = [...tells].find(([known]) => known !== path)?.[1];
        other?.({ kind: 'message', text: JSON.stringify({ type: 'said', name: 'ada', text }) });
      },
      close: () => closed.push(path),
    };
  };
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('● http');
  terminal.press('v');
  await terminal.waitFor('● ADA');
  terminal.press('h', 'i', keys.enter);
  await terminal.waitFor('ada: hi');
  expect(sent).toEqual(['/rooms/lobby/ws?name=ada hi']);
  expect(terminal.frame()).toContain('you: hi');
  terminal.press(keys.escape);
  await terminal.waitFor('REQUESTS');
  expect(closed).toEqual([...tells.keys()]);
  terminal.press('q');
  await terminal.finished;
});

test('nobody is in a room twice, however fast one leaves, enters, closes it and comes back', async () => {
  const services = openLab('rooms');
  const open: { path: string; on: (event: SocketEvent) => void }[] = [];
  services.connect = (_url, path, on) => {
    const one = { path, on };
    open.push(one);
    return {
      send: () => {},
      close: () => {
        if (open.includes(one)) open.splice(open.indexOf(one), 1);
      },
    };
  };
  const paths = () => open.map(({ path }) => path).toSorted();
  const both = ['/rooms/lobby/ws?name=ada', '/rooms/lobby/ws?name=bob'];
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('● http');
  terminal.press('v');
  await terminal.waitFor('○ ADA');
  // Neither connection is open yet.
  terminal.press(keys.ctrlD, keys.ctrlD);
  terminal.press('x');
  await terminal.waitFor('> x');
  expect(paths()).toEqual(both);
  for (const { on } of open) on({ kind: 'opened' });
  await terminal.waitFor('● ADA');
  terminal.press(keys.escape);
  await terminal.waitFor('REQUESTS');
  expect(paths()).toEqual([]);
  terminal.press('v');
  await terminal.waitFor('○ ADA');
  expect(paths()).toEqual(both);
  terminal.press(keys.escape);
  await terminal.waitFor('REQUESTS');
  terminal.press('q');
  await terminal.finished;
});

test('a race begins when its screen opens, can be run again, and ends with its screen', async () => {
  const services = openLab('race');
  const race: RaceSpec = {
    request: { method: 'GET', path: '/', headers: {} },
    mistakes: [],
    entrants: [{ name: 'Hono', kind: 'lab', file: 'server.ts', lines: 9 }],
  };
  services.loadLab = async () => ({ ...lab, watch: 'race', race });
  const signals: AbortSignal[] = [];
  services.race = async (_lab, { signal, onEvent }) => {
    signals.push(signal);
    onEvent({ kind: 'answered', entrant: 0, requests: 700, durationMs: 100 });
    onEvent({ kind: 'over' });
  };
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('● http');
  terminal.press('v');
  await terminal.waitFor('7 000');
  await terminal.waitFor('Enter run again');
  terminal.press(keys.enter);
  await expect.poll(() => signals.length).toBe(2);
  expect(signals[0]?.aborted).toBe(true);
  await terminal.waitFor('Enter run again');
  terminal.press(keys.escape);
  await terminal.waitFor('REQUESTS');
  expect(signals[1]?.aborted).toBe(true);
  terminal.press('q');
  await terminal.finished;
});
