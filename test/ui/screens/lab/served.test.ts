import { expect, test } from 'vitest';
import type { Block, Exercise } from '../../../../src/model/course.ts';
import { servePlay } from '../../../../src/ui/screens/lab/served.ts';
import { exercises, lab } from '../../course-fixture.ts';

const http = (...lines: string[]): Block => ({
  kind: 'code',
  code: { language: 'http', lines: lines.map((text) => [{ text, kind: 'plain' }]) },
});
const naming = (text: string): Block => ({ kind: 'paragraph', text: [{ text, style: 'code' }] });

function requestsOf(task: Block[], requests = lab.requests) {
  const [exercise] = exercises;
  if (exercise === undefined) throw new Error('there is no exercise');
  const about = { exercise: { ...exercise, task } satisfies Exercise, lab: { ...lab, requests } };
  return servePlay({ file: '/x/handler.ts', exercise: exercise.id }, about).requests;
}
const titles = (...about: Parameters<typeof requestsOf>) =>
  requestsOf(...about).map(({ title }) => title);

test('begins with what the task sends, then the requests of the lab that fit it, without their notes', () => {
  const task = [http('POST /predict', 'Content-Type: application/json', '', '{"a": 1}')];
  const requests = requestsOf(task);
  expect(requests[0]).toEqual({
    id: 'task-0',
    title: 'the request of the task',
    method: 'POST',
    path: '/predict',
    headers: { 'content-type': 'application/json' },
    body: '{"a": 1}',
  });
  expect(titles(task)).toEqual([
    'the request of the task',
    'two numbers',
    'one field missing',
    'a request of your own',
  ]);
  expect(requests[1]?.note).toBeUndefined();
});

test('takes the paths from the text too; a part in braces is any part', () => {
  expect(titles([naming('GET /openapi.json')])).toEqual([
    'the OpenAPI document',
    'a request of your own',
  ]);
  const request = {
    id: 'one',
    title: 'one item',
    method: 'GET',
    path: '/items/7?q=1',
    headers: {},
  };
  expect(titles([naming('GET /items/{id}')], [request])).toEqual([
    'one item',
    'a request of your own',
  ]);
  expect(titles([naming('GET /items')], [request])).toEqual(['a request of your own']);
});

test('a task that names no path leaves all; a file without an exercise has one’s own only', () => {
  expect(titles([])).toHaveLength(lab.requests.length + 1);
  const alone = servePlay({ file: '/x/my-app.mjs' });
  expect(alone.title).toBe('play · my-app.mjs');
  expect(alone.requests.map(({ id }) => id)).toEqual(['own']);
});
