import { expect, test } from 'vitest';
import { type Case, exerciseFolder, findProblems } from './broken-course.ts';

const file = `${exerciseFolder}/equivalent.yaml`;
const cases: Case[] = [
  [
    'nothing, where each is explained once',
    [{ write: file, content: '- { mutation: a, why: It is free. }\n' }],
    [],
  ],
  [
    'one explained twice',
    [{ write: file, content: '- { mutation: a, why: b }\n- { mutation: a, why: c }\n' }],
    [`${file} · line 2 · a · This mutation is explained twice.`],
  ],
  [
    'one without a word',
    [{ write: file, content: '- { mutation: a }\n' }],
    [`${file} · line 1, [0].why ·  · The key why is missing.`],
  ],
];

test.each(cases)('reported: %s', async (_, changes, problems) => {
  expect(await findProblems(changes)).toEqual(problems);
});
