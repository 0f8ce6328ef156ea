import { expect, test } from 'vitest';
import { type Case, change, exerciseFolder, findProblems } from './broken-course.ts';

const cases: Case[] = [
  [
    'too few handlers',
    [
      { remove: `${exerciseFolder}/wrong/no-name.ts` },
      { remove: `${exerciseFolder}/right/one-line.ts` },
    ],
    [
      `${exerciseFolder}/right · folder · 1 · There are fewer than 2 handlers.`,
      `${exerciseFolder}/wrong · folder · 3 · There are fewer than 4 handlers.`,
    ],
  ],
  [
    'headers that are missing, checks that do not exist',
    [
      change(
        `${exerciseFolder}/wrong/no-name.ts`,
        'rejected-by: says-hello',
        'rejected-by: say-hello',
      ),
      change(`${exerciseFolder}/wrong/plain-text.ts`, '// mistake: It goes wrong in way 4.\n', ''),
      change(
        `${exerciseFolder}/right/one-line.ts`,
        '// right: It says it in one-line.',
        '// right:',
      ),
    ],
    [
      `${exerciseFolder}/right/one-line.ts · line 1 · // right: · The header right is missing.`,
      `${exerciseFolder}/wrong/no-name.ts · line 1 · say-hello · checks.ts has no check say-hello.`,
      `${exerciseFolder}/wrong/plain-text.ts · line 2 · export default (): Response => new Response('plain-text'); · The header mistake is missing.`,
    ],
  ],
  [
    'a recording that is not JSON',
    [{ write: 'labs/10-hello/recorded.json', content: '{' }],
    [
      "labs/10-hello/recorded.json · file · Expected property name or '}' in JSON at position 1 (line 1… · The file is not valid JSON.",
    ],
  ],
];

test.each(cases)('reported: %s', async (_, changes, problems) => {
  expect(await findProblems(changes)).toEqual(problems);
});
