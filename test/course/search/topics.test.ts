import { expect, test } from 'vitest';
import { loadCourse } from '../../../src/course/load.ts';
import { createSearch } from '../../../src/course/search/search.ts';
import { indexPassages } from '../../../src/course/search/search-index.ts';
import { packageRoot } from '../../servers/spawned.ts';

const { course } = await loadCourse(packageRoot);
if (course === undefined) throw new Error('The course has problems; check-course lists them.');
const search = createSearch(indexPassages(course));

/** What learners type, and the lesson that is about it. */
const topics: [query: string, lesson: string][] = [
  ['fastapi', 'what-is-fastapi'],
  ['why fastapi', 'what-is-fastapi'],
  ['what is fastapi', 'what-is-fastapi'],
  ['tell me about fastapi', 'what-is-fastapi'],
  ['explain fastapi to me', 'what-is-fastapi'],
  ['fast api', 'what-is-fastapi'],
  ['performance', 'fast'],
  ['benchmarks', 'fast'],
  ['async', 'async'],
  ['async def', 'async'],
  ['threadpool', 'async'],
  ['thread pool', 'async'],
  ['event loop', 'async'],
  ['gil', 'async'],
  ['type hints', 'types'],
  ['annotated', 'types'],
  ['unions', 'types'],
  ['swagger', 'docs'],
  ['openapi', 'docs'],
  ['redoc', 'docs'],
  ['422', 'validation'],
  ['validation', 'validation'],
  ['response_model', 'validation'],
  ['apirouter', 'modular'],
  ['mount', 'modular'],
  ['testing', 'developer-experience'],
  ['testclient', 'developer-experience'],
  ['starlette', 'starlette'],
  ['cors', 'starlette'],
  ['middleware', 'starlette'],
  ['middelware', 'starlette'],
  ['uvicorn', 'uvicorn'],
  ['uvicorn workers', 'uvicorn'],
  ['lifespan', 'uvicorn'],
  ['asgi', 'uvicorn'],
  ['pydantic', 'pydantic'],
  ['pydentic', 'pydantic'],
  ['dependencies', 'dependencies'],
  ['depends', 'dependencies'],
  ['dependency injection', 'dependencies'],
  ['dependancy', 'dependencies'],
  ['jwt', 'dependencies'],
  ['put vs patch', 'rest'],
  ['idempotent', 'rest'],
  ['rest', 'rest'],
  ['microservices', 'microservices'],
  ['circuit breaker', 'microservices'],
  ['numpy', 'predict'],
  ['llm', 'llm'],
  ['streaming', 'llm'],
  ['websocket', 'realtime'],
  ['websockets', 'realtime'],
  ['flask', 'flask-and-django'],
  ['fastapi vs flask', 'flask-and-django'],
  ['django', 'flask-and-django'],
  ['docker', 'production'],
];

/** Where another lesson may be meant as well, or a question asks for just this. */
const wideTopics: [query: string, lesson: string][] = [
  ['typehints', 'types'],
  ['workers', 'uvicorn'],
  ['status codes', 'rest'],
  ['pagination', 'rest'],
  ['basemodel', 'predict'],
  ['oauth2', 'dependencies'],
  ['sse', 'realtime'],
  ['retry', 'microservices'],
  ['how do i test', 'developer-experience'],
];

test.each(topics)('%s leads to the lesson %s first', (query, lesson) => {
  const [first] = search(query, { limit: 1 }).hits;
  expect(['lesson', 'passage']).toContain(first?.kind);
  expect(first?.lesson).toBe(lesson);
});

test.each(wideTopics)('%s leads to the lesson %s within three', (query, lesson) => {
  const { hits } = search(query, { limit: 3 });
  expect(hits.map((hit) => hit.lesson)).toContain(lesson);
});

test('a question typed as it is asked is among the first three', () => {
  const asked = course.lessons.flatMap(({ questions }) => questions);
  const missed = asked.filter(({ id, ask }) => {
    const { hits } = search(ask, { limit: 3 });
    return !hits.some((hit) => hit.id === id);
  });
  expect(missed.map(({ id }) => id)).toEqual([]);
});
