import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { loadCourse } from '../../src/course/load.ts';
import type { Lesson, Prediction, PreparedRequest } from '../../src/model/course.ts';
import type { Json, Reply } from '../../src/model/exchange.ts';
import { fitsReply } from '../../src/model/reply-pattern.ts';
import { readLifespan } from '../../src/servers/child/lifespan.ts';

type App = { request: (path: string, init: RequestInit) => Response | Promise<Response> };

const { course, problems } = await loadCourse(fileURLToPath(new URL('../..', import.meta.url)));

test('the course loads', () => {
  expect(problems).toEqual([]);
});

describe.each(course?.lessons ?? [])('$id', (lesson) => {
  let app: App;

  beforeAll(async () => {
    const lab = course?.labs.find(({ id }) => id === lesson.lab);
    app = (await import(lab?.serverFile ?? '')).default;
    await readLifespan(app)?.startup();
  });

  test('asks for at least two predictions', () => {
    expect(predictionsOf(lesson).length).toBeGreaterThanOrEqual(2);
  });

  test.each(predictionsOf(lesson))('$id: exactly one choice fits', async (prediction) => {
    muteErrorLog();
    const reply = await send(app, prediction.request);
    const fitting = prediction.choices.filter((choice) => fitsReply(choice.reply, reply));
    expect(
      fitting.map(({ text }) => text),
      `the choices that fit ${reply.status} ${reply.body.slice(0, 500)}`,
    ).toHaveLength(1);
  });
});

function predictionsOf(lesson: Lesson): Prediction[] {
  return lesson.beats.run.flatMap((block) =>
    block.kind === 'prediction' ? [block.prediction] : [],
  );
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
