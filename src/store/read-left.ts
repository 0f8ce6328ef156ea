import { type BeatName, beatNames, pathNames, questionLevels } from '../model/course.ts';
import type { Exchange, Json, Reply } from '../model/exchange.ts';
import type { LeftPage, LeftQuestion, LessonPlaces } from '../model/places.ts';
import type { LeftQuiz, LeftQuizQuestion, QuizWish } from '../model/quiz/left.ts';
import type { QuizAnswer } from '../model/quiz/score.ts';

type Fields = Map<string, unknown>;

// Written by hand: a lesson is opened in less time than it takes to load zod.

/** The places of a lesson as they were written; what is none of them is left out. */
export function readPlaces(value: unknown): LessonPlaces | undefined {
  const fields = fieldsOf(value);
  const pages = fieldsOf(fields?.get('pages'));
  if (fields === undefined || pages === undefined) return undefined;
  const beat = oneOf(beatNames, fields.get('beat'));
  const defend = readQuestion(fields.get('defend'));
  return {
    ...(beat !== undefined && { beat }),
    pages: Object.fromEntries(
      beatNames.flatMap((name): [BeatName, LeftPage][] => {
        const page = readPage(pages.get(name));
        return page === undefined ? [] : [[name, page]];
      }),
    ),
    ...(defend !== undefined && { defend }),
  };
}

function readPage(value: unknown): LeftPage | undefined {
  const fields = fieldsOf(value);
  const page = countIn(fields, 'page');
  const line = countIn(fields, 'line');
  const lines = countIn(fields, 'lines');
  if (page === undefined || line === undefined || lines === undefined) return undefined;
  return { page, line, lines };
}

function readQuestion(value: unknown): LeftQuestion | undefined {
  const fields = fieldsOf(value);
  const id = textIn(fields, 'id');
  const question = countIn(fields, 'question');
  const isAnswerShown = fields?.get('isAnswerShown');
  if (id === undefined || question === undefined) return undefined;
  return typeof isAnswerShown === 'boolean' ? { id, question, isAnswerShown } : undefined;
}

/** A quiz that was left; undefined where anything of it is not as we write it. */
export function readQuiz(value: unknown): LeftQuiz | undefined {
  const fields = fieldsOf(value);
  const wish = readWish(fields?.get('wish'));
  const questions = listOf(fields?.get('questions'), readQuizQuestion);
  const place = countIn(fields, 'place');
  const text = textIn(fields, 'text');
  const marked = countIn(fields, 'marked');
  if (wish === undefined || questions === undefined || place === undefined) return undefined;
  if (text === undefined || marked === undefined) return undefined;
  return { wish, questions, place, text, marked };
}

function readWish(value: unknown): QuizWish | undefined {
  const fields = fieldsOf(value);
  const id = textIn(fields, 'id');
  if (fields === undefined || id === undefined) return undefined;
  const path = oneOf(pathNames, fields.get('path'));
  const level = oneOf(questionLevels, fields.get('level'));
  return { id, path, level, count: countIn(fields, 'count'), seed: countIn(fields, 'seed') };
}

function readQuizQuestion(value: unknown): LeftQuizQuestion | undefined {
  const fields = fieldsOf(value);
  const id = textIn(fields, 'id');
  if (id === undefined) return undefined;
  const choices = listOf(fields?.get('choices'), textOf);
  const answer = readAnswer(fields?.get('answer'));
  const isAnswered = fields?.get('answer') !== undefined;
  if (isAnswered && answer === undefined) return undefined;
  return { id, ...(choices && { choices }), ...(answer && { answer }) };
}

function readAnswer(value: unknown): QuizAnswer | undefined {
  const fields = fieldsOf(value);
  switch (fields?.get('kind')) {
    case 'say': {
      const text = textIn(fields, 'text');
      const ticks = listOf(fields.get('ticks'), (tick) =>
        typeof tick === 'boolean' ? tick : undefined,
      );
      return text === undefined || ticks === undefined ? undefined : { kind: 'say', text, ticks };
    }
    case 'choose':
      return { kind: 'choose', choice: countIn(fields, 'choice') };
    case 'bug':
      return { kind: 'bug', line: countIn(fields, 'line') };
    case 'predict': {
      const exchange = readExchange(fields.get('exchange'));
      return exchange && { kind: 'predict', choice: countIn(fields, 'choice'), exchange };
    }
    default:
      return undefined;
  }
}

function readExchange(value: unknown): Exchange | undefined {
  const fields = fieldsOf(value);
  const request = fieldsOf(fields?.get('request'));
  const method = textIn(request, 'method');
  const path = textIn(request, 'path');
  const headers = textsOf(request?.get('headers'));
  const body = textIn(request, 'body');
  const durationMs = fields?.get('durationMs');
  if (method === undefined || path === undefined || headers === undefined) return undefined;
  if (typeof durationMs !== 'number') return undefined;
  const response = readReply(fields?.get('response'));
  return {
    request: { method, path, headers, ...(body !== undefined && { body }) },
    ...(response && { response }),
    durationMs,
  };
}

function readReply(value: unknown): Reply | undefined {
  const fields = fieldsOf(value);
  const status = countIn(fields, 'status');
  const headers = textsOf(fields?.get('headers'));
  const body = textIn(fields, 'body');
  if (status === undefined || headers === undefined || body === undefined) return undefined;
  const json = fields?.get('json');
  return {
    status,
    headers,
    body,
    ...(isJson(json) && { json }),
    ...(fields?.get('isCut') === true && { isCut: true }),
  };
}

/** All that JSON.parse gives is JSON; only what was not there is not. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}

function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map<string, unknown>(Object.entries(value));
}

function listOf<Item>(
  value: unknown,
  read: (entry: unknown) => Item | undefined,
): Item[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.flatMap((entry: unknown) => {
    const item = read(entry);
    return item === undefined ? [] : [item];
  });
  return items.length === value.length ? items : undefined;
}

function textsOf(value: unknown): Record<string, string> | undefined {
  const entries = [...(fieldsOf(value) ?? [])].flatMap(([name, text]): [string, string][] =>
    typeof text === 'string' ? [[name, text]] : [],
  );
  return fieldsOf(value) && Object.fromEntries(entries);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textIn(fields: Fields | undefined, name: string): string | undefined {
  return textOf(fields?.get(name));
}

function countIn(fields: Fields | undefined, name: string): number | undefined {
  const value = fields?.get(name);
  const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  return isCount ? value : undefined;
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((entry) => entry === value);
}
