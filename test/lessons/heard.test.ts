import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadCourse } from '../../src/course/load.ts';
import type { Question } from '../../src/model/course.ts';
import { matchKeyPoints } from '../../src/model/quiz/match.ts';
import { packageRoot } from '../servers/spawned.ts';

/** What learners might type for each question of a lesson: good answers, and bad ones. */
type Heard = Record<string, { good: string[]; bad: string[] }>;

const { course } = await loadCourse(packageRoot);
const lessons = course?.lessons ?? [];
const folder = join(packageRoot, 'test/lessons/heard');

test('each lesson has a file, and each file a lesson', () => {
  expect(readdirSync(folder).sort()).toEqual(lessons.map(({ id }) => `${id}.yaml`).sort());
});

describe.each(lessons)('$id', ({ id, questions }) => {
  const heard: Heard = parse(readFileSync(join(folder, `${id}.yaml`), 'utf8'));

  test('has two good answers and a bad one to each of its questions, and to no others', () => {
    expect(Object.keys(heard).sort()).toEqual(questions.map((question) => question.id).sort());
    const few = Object.entries(heard).filter(
      ([, { good, bad }]) => good.length < 2 || bad.length < 1,
    );
    expect(few.map(([question]) => question)).toEqual([]);
  });

  test.each(questions)('$id: the model answer makes all points', (question) => {
    expect(missedBy(question.answer, question)).toEqual([]);
  });

  const asked = questions.filter((question) => question.id in heard);
  test.each(asked)('$id: good answers make all points but one, bad ones make one', (question) => {
    const { good, bad } = heard[question.id] ?? { good: [], bad: [] };
    const isHeard = (text: string) => missedBy(text, question).length <= 1;
    const isUnheard = (text: string) => madeBy(text, question).length <= 1;
    expect({
      good: good.filter((text) => !isHeard(text)).map((text) => [missedBy(text, question), text]),
      bad: bad.filter((text) => !isUnheard(text)).map((text) => [madeBy(text, question), text]),
    }).toEqual({ good: [], bad: [] });
  });
});

function madeBy(text: string, { keyPoints }: Question): string[] {
  const made = matchKeyPoints(text, keyPoints);
  return keyPoints.filter((_, place) => made[place]).map(({ point }) => point);
}

function missedBy(text: string, { keyPoints }: Question): string[] {
  const made = matchKeyPoints(text, keyPoints);
  return keyPoints.filter((_, place) => !made[place]).map(({ point }) => point);
}
