import type { PreparedRequest } from '../../src/model/course.ts';
import type { Exchange, Stage } from '../../src/model/exchange.ts';
import { lessons, picturesBeats } from './course-fixture.ts';
import { createMemoryServices, type MemoryServices } from './memory-services.ts';

const stages: Stage[] = [
  { name: 'server', atMs: 0, endedAtMs: 0.4, outcome: 'passed' },
  { name: 'middleware', label: 'CORS', atMs: 0.4, endedAtMs: 2, outcome: 'passed' },
  { name: 'middleware', label: 'sessions', atMs: 0.5, endedAtMs: 1.9, outcome: 'passed' },
  { name: 'routing', label: '/predict', atMs: 0.8, endedAtMs: 0.8, outcome: 'passed' },
  { name: 'validation', atMs: 1.2, endedAtMs: 1.6, outcome: 'answered' },
];

const durations: Record<string, number> = { '/block/300': 300, '/health': 302, '/wait/300': 602 };

/** Services whose lessons have all the pictures, and whose lab tells what it knows of each request. */
export function openPictures(): MemoryServices {
  const services = createMemoryServices();
  services.loadLesson = async (id) => {
    const lesson = lessons.find((one) => one.id === id);
    if (lesson === undefined) throw new Error(`there is no ${id}`);
    return { ...lesson, beats: picturesBeats };
  };
  const answer = services.send;
  let clientPort = 40_000;
  services.send = async (url, request) => {
    clientPort += 1;
    const durationMs = durations[request.path];
    const sent =
      durationMs === undefined
        ? await answerUnheard(() => answer(url, request), services)
        : replied(request, durationMs);
    const exchange = { ...sent, clientPort };
    services.labListener({ kind: 'exchange', exchange: recordedOf(exchange) });
    return exchange;
  };
  return services;
}

/** What the memory services tell of it is not all that this lab knows. */
async function answerUnheard(
  send: () => Promise<Exchange>,
  services: MemoryServices,
): Promise<Exchange> {
  const { labListener } = services;
  services.labListener = () => {};
  try {
    return await send();
  } finally {
    services.labListener = labListener;
  }
}

function replied(request: PreparedRequest, durationMs: number): Exchange {
  return { request, response: { status: 200, headers: {}, body: '{}' }, durationMs };
}

function recordedOf(exchange: Exchange): Exchange {
  if (exchange.request.path === '/predict') return { ...exchange, stages: [...stages] };
  const isHolder = exchange.request.path.startsWith('/block');
  return { ...exchange, busy: isHolder ? [{ fromMs: 0, toMs: 300 }] : [] };
}
