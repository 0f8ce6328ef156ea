import { describe, expect, test } from 'vitest';
import { matchKeyPoints } from '../../../src/model/quiz/match.ts';

const isMatched = (text: string, ...synonyms: string[]) =>
  matchKeyPoints(text, [{ point: 'a point in other words', synonyms }])[0];

describe('a synonym is found', () => {
  test.each([
    ['whatever the case', 'It speaks openapi.', 'OpenAPI'],
    ['among other words', 'well, type hints do it', 'type hints'],
    ['in the singular', 'each type hint is read', 'type hints'],
    ['in the plural', 'it reads the queries', 'query'],
    ['in another tense', 'the input is validated first', 'validates'],
    ['in the gerund', 'by validating the input', 'validate'],
    ['in British spelling', 'it serialises the output', 'serialize'],
    ['with a doubled letter', 'it stopped', 'stop'],
    ['with a letter swapped', 'pydnatic does it', 'pydantic'],
    ['with a letter missing', 'pydntic does it', 'pydantic'],
    ['with a letter too many', 'pydanntic does it', 'pydantic'],
    ['with a wrong letter', 'pydamtic does it', 'pydantic'],
    ['with an article in between', 'it validates the input', 'validates input'],
    ['written apart', 'an open api document', 'openapi document'],
    ['written together', 'from the typehints', 'type hints'],
    ['with a hyphen', 'an event-loop', 'event loop'],
    ['written as code', 'with `async def` handlers', 'async def'],
    ['with underscores', 'set response_model there', 'response model'],
    ['across lines', 'a thread\npool', 'thread pool'],
    ['as an acronym in the plural', 'many APIs', 'API'],
    ['with a possessive', "FastAPI's docs", 'FastAPI docs'],
    ['as a number', 'it answers 422', '422'],
    ['with a word or two in between', 'it serves lots of others', 'serves others'],
    ['at the start of the next line', 'it stays\ntext', 'stays text'],
    ['with the short form of a word', 'an async param', 'asynchronous parameter'],
    ['in the words of other frameworks', 'the payload of the endpoint', 'the body of the route'],
    ['with a number in letters', 'in forty threads', '40 threads'],
    ['with not in short', "it isn't validated", 'not validated'],
    ['with not in short, without its apostrophe', 'it doesnt validate', 'not validate'],
    ['as cannot', 'you cannot await it', 'can not await'],
    ["as can't", "you can't await it", 'cannot await'],
    ['with a star', 'origins of "*" with cookies', 'star with cookies'],
    ['beside a denial of something else', 'no, it is validated', 'validated'],
    ['in a contrast', 'WSGI has no WebSockets', 'websockets'],
    ['behind a denial, if the synonym is one', 'it does not block', 'not block'],
    ['in another script than ASCII', 'ein Café', 'café'],
  ])('%s', (_, text, synonym) => {
    expect(isMatched(text, synonym)).toBe(true);
  });
});

describe('a synonym is not found', () => {
  test.each([
    ['within a longer word', 'it is capital', 'api'],
    ['when a word lacks', 'it reads hints', 'type hints'],
    ['in another order', 'hints of type', 'type hints'],
    ['with three words in between', 'it serves a few more than others', 'serves others'],
    ['over the end of a sentence', 'It serves. Others wait.', 'serves wait'],
    ['with not in between', 'the loop is not blocked', 'loop blocked'],
    ['when it is denied', 'it does not validate', 'validate'],
    ['when it is denied in short', "it isn't validated", 'validated'],
    ['when it is denied with a word in between', 'it is never really checked', 'checked'],
    ['with two slips', 'pdyantc does it', 'pydantic'],
    ['with a slip in a short word', 'the rout', 'root'],
    ['with a slip in the first letter, which may turn its meaning', 'asynchronous', 'synchronous'],
    ['with a slip in the last letter, which may do so too', 'it has routes', 'router'],
    ['with a last letter too many', 'it is a router', 'route'],
    ['with a slip that makes another word', 'a convention', 'converts'],
    ['with another number', 'it answers 400', '422'],
    ['with a slip in a number', 'after 100001 ms', '100000 ms'],
    ['as an acronym that looks like another word', 'the core of it', 'CORS'],
    ['in an empty text', '', 'anything'],
    ['when it has no words', 'an arrow', '→'],
  ])('%s', (_, text, synonym) => {
    expect(isMatched(text, synonym)).toBe(false);
  });
});

test('each point is matched by its own synonyms', () => {
  const points = [
    { point: 'Uvicorn is the server', synonyms: ['asgi server'] },
    { point: 'Starlette routes', synonyms: ['routing', 'middleware'] },
    { point: 'Pydantic validates', synonyms: [] },
  ];
  expect(matchKeyPoints('Routing, then an ASGI server.', points)).toEqual([true, true, false]);
});

test('a point that is a denial is made by denying its synonym', () => {
  const points = [{ point: 'No request gets faster', synonyms: ['faster'] }];
  expect(matchKeyPoints('It is not faster.', points)).toEqual([true]);
});

test('without a synonym, all telling words of the point count, in any order', () => {
  const points = [{ point: 'All errors of a request at once', synonyms: [] }];
  expect(matchKeyPoints('At once it lists all the errors in my requests.', points)).toEqual([true]);
  expect(matchKeyPoints('It lists all errors.', points)).toEqual([false]);
});
