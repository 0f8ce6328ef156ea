import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load.ts';
import { inlineText } from '../../src/layout/inline.ts';
import type { Block, Correction, Lesson } from '../../src/model/course.ts';
import { indexCourse } from '../../src/model/course.ts';
import { courseMinutesLeft } from '../../src/model/minutes-left.ts';
import { narrowToPath } from '../../src/model/path.ts';
import { emptyProgress } from '../../src/model/progress.ts';
import { packageRoot } from '../servers/spawned.ts';
import { brief } from './brief.ts';

const { course } = await loadCourse(packageRoot);

/** The notes themselves: what a heading, a fence or the head of a table says is no claim. */
const notes = readFileSync(join(packageRoot, 'test/lessons/notes.md'), 'utf8')
  .split('\n')
  .filter((line) => !/^(#{2,} |```|---|\| *Feature|\| *-)/.test(line) && wordsOf(line).size > 0);

test.each(brief)(
  'taught: $line',
  ({ line, lesson: id, lab, exercises, questions, says, instead }) => {
    const lesson = course?.lessons.find((one) => one.id === id);
    if (lesson === undefined) throw new Error(`There is no lesson ${id}.`);
    expect(lesson.lab).toBe(lab);
    expect(lesson.exercises).toEqual(expect.arrayContaining(exercises));
    expect(lesson.exercises.length).toBeGreaterThan(0);
    expect(questions.length).toBeGreaterThan(0);
    expect(lesson.questions.map((question) => question.id)).toEqual(
      expect.arrayContaining(questions),
    );
    const text = textOf(lesson).toLowerCase();
    expect(says.filter((phrase) => !text.includes(phrase.toLowerCase()))).toEqual([]);
    const whole = notes.filter((note) => isWithin(line, note));
    const sentences = correctionsOf(lesson)
      .filter((correction) => whole.some((note) => isWithin(inlineText(correction.brief), note)))
      .map(({ say }) => inlineText(say));
    if (instead !== undefined) expect(sentences.join('\n')).toContain(instead);
  },
);

test.each(notes)('the table holds all of: %s', (line) => {
  const rows = brief.filter((row) => isWithin(row.line, line));
  const held = new Set(rows.flatMap((row) => [...wordsOf(row.line)]));
  expect([...wordsOf(line)].filter((word) => !held.has(word))).toEqual([]);
});

test('what is corrected stands in the notes, and each correction gives its reason', () => {
  const corrections = course?.lessons.flatMap(correctionsOf) ?? [];
  expect(corrections.length).toBeGreaterThan(15);
  const astray = corrections.filter(
    ({ brief: quoted, because }) =>
      because.length === 0 || !notes.some((line) => isWithin(inlineText(quoted), line)),
  );
  expect(astray.map(({ brief: quoted }) => inlineText(quoted))).toEqual([]);
});

test('every lesson teaches a line of the notes, or what they leave out', () => {
  const taught = new Set(brief.map(({ lesson }) => lesson));
  const beyond = course?.lessons.filter(({ id }) => !taught.has(id)).map(({ id }) => id);
  expect(beyond).toEqual(['dependencies']);
});

test('an interview tomorrow is prepared in 90 minutes', () => {
  if (course === undefined) throw new Error('The course does not load.');
  const path = narrowToPath(indexCourse(course), 'tomorrow');
  expect(courseMinutesLeft(emptyProgress, path)).toBeLessThanOrEqual(90);
  expect(path.lessons.length).toBeGreaterThanOrEqual(7);
  expect(path.lessons.at(-1)?.id).toBe('summary');
});

function correctionsOf({ beats }: Lesson): Correction[] {
  return Object.values(beats)
    .flat()
    .flatMap((block) => (block.kind === 'correction' ? [block.correction] : []));
}

/** Whether all words of a text are in a line. */
function isWithin(text: string, line: string): boolean {
  const words = wordsOf(line);
  return [...wordsOf(text)].every((word) => words.has(word));
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+/gu),
  );
}

/** All words and code of a lesson, as read. */
function textOf({ beats }: Lesson): string {
  return Object.values(beats).flat().map(textOfBlock).join('\n');
}

function textOfBlock(block: Block): string {
  const parts: string[] = [];
  const collect = (part: unknown): void => {
    if (typeof part === 'string') parts.push(part);
    else if (isTokenLine(part)) parts.push(part.map(({ text }) => text).join(''));
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(collect);
  };
  collect(block);
  return parts.join('\n');
}

/** Pieces of one running text or of one line of code. */
function isTokenLine(part: unknown): part is { text: string }[] {
  return (
    Array.isArray(part) &&
    part.length > 0 &&
    part.every((one) => typeof one === 'object' && one !== null && typeof one.text === 'string')
  );
}
