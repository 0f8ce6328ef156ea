import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveWhole } from '../../src/files/save-whole.ts';
import type { LessonPlaces } from '../../src/model/places.ts';
import type { LeftQuiz } from '../../src/model/quiz/left.ts';
import { type LeftStore, openLeftStore } from '../../src/store/left-store.ts';

const start = Date.parse('2026-11-24T08:00:00.000Z');
const hourMs = 60 * 60 * 1000;
const places: LessonPlaces = {
  beat: 'defend',
  pages: { see: { page: 2, line: 4, lines: 20 }, run: { page: 1, line: 0, lines: 0 } },
  defend: { id: 'who', question: 1, isAnswerShown: true },
};
const quiz: LeftQuiz = {
  wish: { id: '', path: 'week', level: 'mid', count: 4, seed: 7 },
  questions: [
    { id: 'said', answer: { kind: 'say', text: 'a "b"\n', ticks: [true, false] } },
    { id: 'chosen', choices: ['x', 'y'], answer: { kind: 'choose', choice: 1 } },
    { id: 'found', answer: { kind: 'bug', line: undefined } },
    {
      id: 'foretold',
      answer: {
        kind: 'predict',
        choice: 0,
        exchange: {
          request: { method: 'POST', path: '/p', headers: { a: 'b' }, body: '{}' },
          response: { status: 422, headers: {}, body: '{"detail":[]}', json: { detail: [] } },
          durationMs: 3.5,
        },
      },
    },
    { id: 'open' },
  ],
  place: 4,
  text: 'half',
  marked: 2,
};
const quizFile = 'quiz-all_week_mid_4_7.json';

let home: string;
let folder: string;
let nowMs: number;
let saves: string[];
let later: (() => void)[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'api-labs-left-'));
  folder = join(home, 'left');
  nowMs = start;
  saves = [];
  later = [];
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

function open(save = saveWhole): LeftStore {
  return openLeftStore({
    folder,
    now: () => new Date(nowMs),
    later: (run) => later.push(run),
    save: (file, text) => {
      saves.push(file);
      save(file, text);
    },
  });
}

function write(name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}

const written = (left: unknown, over = {}) =>
  JSON.stringify({ version: 1, at: '2026-11-24T08:00:00.000Z', left, ...over });

describe('keeping', () => {
  test('reads and writes nothing before there is something to keep', () => {
    const store = open();
    expect(store.readPlaces('docs')).toBeUndefined();
    expect(store.readQuizzes()).toEqual([]);
    store.keepPlaces('docs', undefined);
    store.flush();
    expect(store.warning()).toBeUndefined();
    expect(existsSync(folder)).toBe(false);
  });

  test('another session finds all of it again', () => {
    const first = open();
    first.keepPlaces('docs', places);
    first.keepQuiz(quiz.wish, quiz);
    first.flush();
    const second = open();
    expect(second.readPlaces('docs')).toEqual(places);
    expect(second.readPlaces('async')).toBeUndefined();
    expect(second.readQuizzes()).toEqual([{ ...quiz, at: '2026-11-24T08:00:00.000Z' }]);
    expect(readdirSync(folder).sort()).toEqual(['lesson-docs.json', quizFile]);
  });

  test('leafing through pages writes once, and coming back to where one was not at all', () => {
    const store = open();
    const at = (page: number): LessonPlaces => ({ pages: { say: { page, line: 0, lines: 9 } } });
    for (const page of [1, 2, 3]) store.keepPlaces('docs', at(page));
    expect(store.readPlaces('docs')).toEqual(at(3));
    expect(saves).toEqual([]);
    expect(later).toHaveLength(1);
    later[0]?.();
    expect(saves).toHaveLength(1);
    store.keepPlaces('docs', at(4));
    store.keepPlaces('docs', at(3));
    store.flush();
    expect(saves).toHaveLength(1);
    expect(open().readPlaces('docs')).toEqual(at(3));
  });

  test('an answer is written at once', () => {
    open().keepQuiz(quiz.wish, quiz, { isAtOnce: true });
    expect(open().readQuizzes()).toHaveLength(1);
  });

  test('what is forgotten is gone, for this session before it is for others', () => {
    const store = open();
    store.keepPlaces('docs', places);
    store.keepQuiz(quiz.wish, quiz);
    store.flush();
    store.keepPlaces('docs', undefined);
    store.keepQuiz(quiz.wish, undefined);
    expect(store.readPlaces('docs')).toBeUndefined();
    expect(store.readQuizzes()).toEqual([]);
    store.flush();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('two terminals in different lessons keep both', () => {
    const [one, two] = [open(), open()];
    one.keepPlaces('docs', places);
    two.keepPlaces('async', { ...places, beat: 'see' });
    two.flush();
    one.flush();
    expect(open().readPlaces('docs')).toEqual(places);
    expect(open().readPlaces('async')?.beat).toBe('see');
  });

  test('a name that would leave the folder is not kept', () => {
    const store = open();
    store.keepPlaces('../../docs', places);
    store.flush();
    expect(readdirSync(home)).toEqual([]);
  });

  test('a quiz is offered for a day, then forgotten', () => {
    open().keepQuiz(quiz.wish, quiz, { isAtOnce: true });
    nowMs = start + 24 * hourMs - 1;
    expect(open().readQuizzes()).toHaveLength(1);
    nowMs = start + 24 * hourMs;
    const store = open();
    expect(store.readQuizzes()).toEqual([]);
    store.flush();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('files that are not as we write them', () => {
  test.each([
    ['empty', ''],
    ['torn', written(places).slice(0, 40)],
    ['of an older version', written(places, { version: 0 })],
    ['of a newer version', written(places, { version: 2 })],
    ['without a time', written(places, { at: 'yesterday' })],
    ['a list', '[]'],
    ['null', 'null'],
    ['without pages', written({ beat: 'say' })],
    ['bytes', '\0\xff\x01'],
  ])('one that is %s is as if it were not there, and is written over', (_name, text) => {
    write('lesson-docs.json', text);
    write(quizFile, text);
    const store = open();
    expect(store.readPlaces('docs')).toBeUndefined();
    expect(store.readQuizzes()).toEqual([]);
    store.keepPlaces('docs', places);
    store.flush();
    expect(store.warning()).toBeUndefined();
    expect(open().readPlaces('docs')).toEqual(places);
  });

  test('keys of others are left out, and what is no place', () => {
    const left = {
      ...places,
      beat: 'sing',
      more: 1,
      pages: { ...places.pages, say: { page: -1, line: 0, lines: 2 }, sing: { page: 1 } },
      defend: { ...places.defend, isAnswerShown: 'yes' },
    };
    write('lesson-docs.json', written(left, { more: 1 }));
    expect(open().readPlaces('docs')).toEqual({ pages: places.pages });
    write(quizFile, written({ ...quiz, more: 1, wish: { ...quiz.wish, name: 'quiz' } }));
    expect(open().readQuizzes()).toMatchObject([quiz]);
  });

  test.each([
    ['a place that is no number', { ...quiz, place: '4' }],
    ['an answer of no kind', { ...quiz, questions: [{ id: 'a', answer: { kind: 'sung' } }] }],
    [
      'ticks that are none',
      { ...quiz, questions: [{ id: 'a', answer: { kind: 'say', text: '', ticks: [1] } }] },
    ],
    ['a question without an id', { ...quiz, questions: [{ choices: [] }] }],
    ['another name than its file', { ...quiz, wish: { id: 'docs' } }],
  ])('a quiz with %s is not offered', (_name, left) => {
    write(quizFile, written(left));
    expect(open().readQuizzes()).toEqual([]);
  });

  test('a folder in the place of a file is lived with', () => {
    mkdirSync(join(folder, 'lesson-docs.json'), { recursive: true });
    expect(open().readPlaces('docs')).toBeUndefined();
  });
});

describe('a folder that cannot be written', () => {
  test('the session goes on, says so, and what was kept before is whole', () => {
    const before = open();
    before.keepPlaces('docs', places);
    before.flush();
    let isFull = true;
    const store = open((file, text) => {
      if (isFull) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      saveWhole(file, text);
    });
    const next: LessonPlaces = { ...places, beat: 'see' };
    store.keepPlaces('docs', next);
    expect(store.warning()).toBeUndefined();
    store.flush();
    expect(store.warning()).toBe(
      `Where you are in lessons and quizzes cannot be kept in ${folder}: the disk is full. This session goes on, but it will not be remembered.`,
    );
    expect(store.readPlaces('docs')).toEqual(next);
    expect(open().readPlaces('docs')).toEqual(places);
    isFull = false;
    store.flush();
    expect(store.warning()).toBeUndefined();
    expect(open().readPlaces('docs')).toEqual(next);
  });

  test('a file where the folder should be', () => {
    writeFileSync(folder, 'a file');
    const store = open();
    store.keepPlaces('docs', places);
    store.flush();
    expect(store.warning()).toContain('something else is in its place');
    expect(readFileSync(folder, 'utf8')).toBe('a file');
  });

  test('a save that fails leaves no draft behind', () => {
    mkdirSync(join(folder, 'lesson-docs.json', 'full'), { recursive: true });
    const store = open();
    store.keepPlaces('docs', places);
    store.flush();
    expect(store.warning()).toBeDefined();
    expect(readdirSync(folder)).toEqual(['lesson-docs.json']);
  });
});
