import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load.ts';
import { layoutBlocks } from '../../src/layout/blocks.ts';
import { inlineText } from '../../src/layout/inline.ts';
import type { Block, Lesson } from '../../src/model/course.ts';
import { splitPages } from '../../src/model/pages.ts';
import { packageRoot } from '../servers/spawned.ts';

/** What a beat has of a window of 80x24. */
const room = { width: 77, height: 17 };

const { course, problems } = await loadCourse(packageRoot);
const lessons = course?.lessons ?? [];

test('the course loads', () => expect(problems).toEqual([]));

describe.each(lessons)('the lesson $id', (lesson) => {
  test('has one idea a screen of 80x24; code may take two', () => {
    const tooLong = (['say', 'see', 'build', 'defend'] as const).flatMap((beat) =>
      splitPages(lesson.beats[beat]).flatMap((page) => {
        const lines = layoutBlocks(page, room.width).length;
        const isCode = page.some(({ kind }) => ['compare', 'schema', 'code'].includes(kind));
        const most = isCode ? 2 * room.height : room.height;
        return lines > most ? [`${beat}: ${lines} lines from ${nameOf(page)}`] : [];
      }),
    );
    expect(tooLong).toEqual([]);
  });

  test('takes 5 to 8 minutes, as it says', () => {
    const minutes = minutesOf(lesson);
    expect(minutes).toBeGreaterThanOrEqual(5);
    expect(minutes).toBeLessThan(8.5);
    expect(lesson.minutes).toBe(Math.round(minutes));
  });

  test('begins with the sentence to say', () => {
    expect(lesson.beats.say[0]?.kind).toBe('quote');
  });

  test('names its sources; files of source code with their version', () => {
    const { sources } = lesson;
    expect(sources.length).toBeGreaterThanOrEqual(3);
    const moving = sources.filter(({ url }) => /\/blob\/(main|master|HEAD)\//.test(url));
    expect(moving.map(({ url }) => url)).toEqual([]);
    const unsaid = sources.filter(({ title, url }) => {
      const version = /\/blob\/v?(\d[\d.]*)\//.exec(url)?.[1];
      return version !== undefined && !title.includes(version);
    });
    expect(unsaid.map(({ title }) => title)).toEqual([]);
  });

  test('has a note beside each comparison, and each says what differs', () => {
    const comparisons = lesson.beats.see.flatMap((block) =>
      block.kind === 'compare' ? [block] : [],
    );
    expect(comparisons.length).toBeGreaterThan(0);
    const bare = comparisons.filter(({ notes }) => notes.length === 0);
    expect(bare.map(({ left }) => left.source)).toEqual([]);
  });

  test('asks six questions or more, of every level and every kind', () => {
    const { questions } = lesson;
    expect(questions.length).toBeGreaterThanOrEqual(6);
    expect(new Set(questions.map(({ level }) => level)).size).toBe(3);
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(
      new Set(['say', 'choose', 'bug', 'predict']),
    );
    const unfollowed = questions.filter(({ followUps }) => followUps.length === 0);
    expect(unfollowed.map(({ id }) => id)).toEqual([]);
    const unmatchable = questions.filter(({ keyPoints }) =>
      keyPoints.some(({ synonyms }) => synonyms.length === 0),
    );
    expect(unmatchable.map(({ id }) => id)).toEqual([]);
  });

  test('has six cards or more, each answered in seconds', () => {
    expect(lesson.cards.length).toBeGreaterThanOrEqual(6);
    const long = lesson.cards.filter(({ answer }) => wordsOf(answer) > 30);
    expect(long.map(({ id }) => id)).toEqual([]);
  });
});

/** What FastAPI and Hono do differently, by words that notes on it have. */
const differences: [string, RegExp[]][] = [
  ['422 against 400', [/422/, /400/]],
  ['coercion', [/z\.int\(\)|z\.number\(\)/, /text/]],
  ['response filtering', [/filters|drops/, /@hono\/zod-openapi|TypeScript/]],
  ['dependency injection', [/no injection/, /argument/]],
  ['the thread pool', [/def/, /thread/, /Node/]],
  ['the order of middleware', [/outermost/, /Starlette/, /Hono/]],
];

test.each(differences)('a comparison has a note on a real difference: %s', (_, words) => {
  const notes = lessons
    .flatMap(({ beats }) => beats.see)
    .flatMap((block) => (block.kind === 'compare' ? [block.notes.map(inlineText).join(' ')] : []));
  expect(notes.filter((text) => words.every((word) => word.test(text)))).not.toEqual([]);
});

test('the course has a hundred questions and about 120 cards', () => {
  const count = (of: (lesson: Lesson) => number) =>
    lessons.reduce((sum, lesson) => sum + of(lesson), 0);
  expect(lessons.length).toBeGreaterThanOrEqual(16);
  expect(count(({ questions }) => questions.length)).toBeGreaterThanOrEqual(100);
  expect(count(({ cards }) => cards.length)).toBeGreaterThanOrEqual(115);
  expect(count(({ cards }) => cards.length)).toBeLessThanOrEqual(145);
});

test('every exercise is in a lesson, the one that its task names', () => {
  const listed = new Set(lessons.flatMap(({ exercises }) => exercises));
  const strays = (course?.exercises ?? []).filter(
    ({ id, lesson }) =>
      !listed.has(id) || !lessons.find((one) => one.id === lesson)?.exercises.includes(id),
  );
  expect(strays.map(({ id, lesson }) => `${id} names ${lesson}`)).toEqual([]);
});

/**
 * Reading at 200 words a minute, code at ten lines a minute, half a minute for each prediction or timeline. Questions are
 * drilled, and exercises have minutes of their own.
 */
function minutesOf({ beats }: Lesson): number {
  return Object.values(beats)
    .flat()
    .reduce((sum, block) => sum + minutesOfBlock(block), 0);
}

function minutesOfBlock(block: Block): number {
  switch (block.kind) {
    case 'compare':
      return (block.left.lines.length + block.right.lines.length) / 20 + minutesOfText(block.notes);
    case 'code':
    case 'schema':
      return block.code.lines.length / 10;
    case 'prediction':
    case 'timeline':
      return 0.5;
    default:
      return minutesOfText(block);
  }
}

/** All running text of a block, however deep it lies. */
function minutesOfText(part: unknown): number {
  if (Array.isArray(part)) return part.reduce((sum: number, one) => sum + minutesOfText(one), 0);
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) =>
      sum +
      (key === 'text' && typeof value === 'string' ? wordsOf(value) / 200 : minutesOfText(value)),
    0,
  );
}

function wordsOf(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function nameOf(page: Block[]): string {
  const [first] = page;
  return JSON.stringify(first).slice(0, 90);
}
