import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { loadCourse } from '../../src/course/load.ts';
import type {
  Lesson,
  PredictionChoice,
  PreparedRequest,
  Timeline,
} from '../../src/model/course.ts';
import type { Exchange, Json, Reply } from '../../src/model/exchange.ts';
import { fitsReply } from '../../src/model/reply-pattern.ts';
import { fittingTimes } from '../../src/model/timeline.ts';
import { readLifespan } from '../../src/servers/child/lifespan.ts';

type App = { request: (path: string, init: RequestInit) => Response | Promise<Response> };

const { course, problems } = await loadCourse(fileURLToPath(new URL('../..', import.meta.url)));

test('the course loads', () => {
  expect(problems).toEqual([]);
});

/** A request whose reply is foretold, in a lesson or in a question. */
type Foretold = { id: string; lab: string; request: PreparedRequest; choices: PredictionChoice[] };

describe.each(course?.lessons ?? [])('$id', (lesson) => {
  test('asks for at least two predictions', () => {
    expect(predictionsOf(lesson).length).toBeGreaterThanOrEqual(2);
  });

  const foretold = [...predictionsOf(lesson), ...predictedQuestions(lesson)];
  test.each(foretold)('$id: exactly one choice fits', async ({ lab, request, choices }) => {
    muteErrorLog();
    const reply = await send(await openLab(lab), request);
    const fitting = choices.filter((choice) => fitsReply(choice.reply, reply));
    expect(
      fitting.map(({ text }) => text),
      `the choices that fit ${reply.status} ${reply.body.slice(0, 500)}`,
    ).toHaveLength(1);
  });

  test.each(timelinesOf(lesson))(
    '$id: every request of the timeline is answered, and exactly one choice fits the times',
    async ({ requests, choices }) => {
      const app = await openLab(lesson.lab);
      // For all from the same moment: a handler that blocks does so before the next one is called.
      const start = performance.now();
      const exchanges = await Promise.all(
        requests.map(async (request): Promise<Exchange> => {
          const response = await send(app, request);
          return { request, response, durationMs: performance.now() - start };
        }),
      );
      for (const { response } of exchanges) expect(response?.status).toBeLessThan(500);
      const times = exchanges.map(({ durationMs }) => Math.round(durationMs)).join(', ');
      expect(fittingTimes(choices, exchanges), `the choices that fit ${times} ms`).toHaveLength(1);
    },
  );
});

/** What predictions are about, with one of each in its lesson. */
const topics: [string, string, string][] = [
  ['a status', 'what-is-fastapi', 'wrong-method'],
  ['the body of an error', 'developer-experience', 'two-shapes-of-detail'],
  ['the place of an error', 'validation', 'errors-inside'],
  ['the order of middleware', 'starlette', 'way-in-and-out'],
  ['what blocks', 'async', 'block-and-health'],
  ['what does not block', 'async', 'wait-and-health'],
  ['the size of the thread pool', 'async', 'five-in-four-threads'],
  ['what is coerced', 'flask-and-django', 'true-seats'],
  ['what is not coerced', 'summary', 'number-for-text'],
  ['what a reply may hold', 'validation', 'broken-reply'],
];

test.each(topics)('%s is foretold in %s', (_, id, foretold) => {
  const run = course?.lessons.find((lesson) => lesson.id === id)?.beats.run ?? [];
  const ids = run.flatMap((block) => {
    if (block.kind === 'prediction') return [block.prediction.id];
    return block.kind === 'timeline' ? [block.timeline.id] : [];
  });
  expect(ids).toContain(foretold);
});

const openLab = onceEachLab(async (id) => {
  const lab = course?.labs.find((one) => one.id === id);
  const app: App = (await import(lab?.serverFile ?? '')).default;
  await readLifespan(app)?.startup();
  return app;
});

function onceEachLab(open: (lab: string) => Promise<App>): (lab: string) => Promise<App> {
  const opened = new Map<string, Promise<App>>();
  return (lab) => {
    const app = opened.get(lab) ?? open(lab);
    opened.set(lab, app);
    return app;
  };
}

function predictionsOf({ beats, lab }: Lesson): Foretold[] {
  return beats.run.flatMap((block) =>
    block.kind === 'prediction' ? [{ lab, ...block.prediction }] : [],
  );
}

function predictedQuestions({ questions }: Lesson): Foretold[] {
  return questions.flatMap((question) =>
    question.kind === 'predict' ? [{ lab: question.shownIn.lab, ...question }] : [],
  );
}

function timelinesOf({ beats }: Lesson): Timeline[] {
  return beats.run.flatMap((block) => (block.kind === 'timeline' ? [block.timeline] : []));
}

async function send(app: App, { method, path, headers, body }: PreparedRequest): Promise<Reply> {
  const response = await app.request(path, { method, headers, body: body ?? null });
  const text = await response.text();
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: text,
    ...readJson(text),
  };
}

function readJson(text: string): { json?: Json } {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return {};
  }
}

/** A lab reports a handler's error on stderr; here such errors are asked for. */
function muteErrorLog(): void {
  const spy = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => spy.mockRestore());
}
