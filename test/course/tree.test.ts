import { expect, test } from 'vitest';
import {
  type Case,
  cardsFile,
  exerciseFolder,
  findProblems,
  labFile,
  lessonFile,
  taskFile,
} from './broken-course.ts';

const cases: Case[] = [
  [
    'files and folders that do not belong',
    [
      { write: 'lessons/notes.txt', content: 'x' },
      { write: 'lessons/10-greet/lesson.mdx', content: 'x' },
      { folder: 'labs/5-short' },
      { folder: 'labs/60-Loud' },
      { write: 'labs/10-hello/extra.ts', content: 'x' },
      { write: `${exerciseFolder}/wrong/notes.md`, content: 'x' },
    ],
    [
      'labs/5-short · folder · 5-short · This folder is not expected here.',
      `${exerciseFolder}/wrong/notes.md · file · notes.md · This file is not expected here.`,
      'labs/10-hello/extra.ts · file · extra.ts · This file is not expected here.',
      'labs/60-Loud · folder · 60-Loud · This folder is not expected here.',
      'lessons/10-greet/lesson.mdx · file · lesson.mdx · This file is not expected here.',
      'lessons/notes.txt · file · notes.txt · This file is not expected here.',
    ],
  ],
  [
    'handlers in any kind of TypeScript or JavaScript, and one that is neither',
    [
      ...['a.js', 'b.mjs', 'c.cjs', 'd.mts', 'e.cts'].map((name) => ({
        write: `${exerciseFolder}/right/${name}`,
        content: '// right: It says it in its own way.\n',
      })),
      { write: `${exerciseFolder}/right/f.py`, content: '# right: It is Python.\n' },
      { write: `${exerciseFolder}/wrong/g.cjs`, content: '// mistake: It names no check.\n' },
    ],
    [
      `${exerciseFolder}/right/f.py · file · f.py · This file is not expected here.`,
      `${exerciseFolder}/wrong/g.cjs · line 1 · // mistake: It names no check. · The header rejected-by is missing.`,
      `${exerciseFolder}/wrong/g.cjs · line 2 ·  · The header mistake is missing.`,
    ],
  ],
  [
    'missing files',
    [
      { remove: cardsFile },
      { remove: labFile },
      { remove: `${exerciseFolder}/starter.ts` },
      { remove: `${exerciseFolder}/solution.py` },
      { remove: 'labs/10-hello/recorded.json' },
    ],
    [
      `${exerciseFolder}/solution.py · file ·  · The file is missing.`,
      `${exerciseFolder}/starter.ts · file ·  · The file is missing.`,
      `${labFile} · file ·  · The file is missing.`,
      'labs/10-hello/recorded.json · file ·  · The file is missing.',
      `${cardsFile} · file ·  · The file is missing.`,
    ],
  ],
  [
    'a missing lessons folder',
    [{ remove: 'lessons' }],
    [
      `${exerciseFolder}/checks.ts · line 3 · greet/see · There is no lesson or beat greet/see.`,
      `${exerciseFolder}/checks.ts · line 4 · greet · There is no lesson or beat greet.`,
      `${taskFile} · line 4, lesson · greet · There is no lesson greet.`,
      'lessons · folder ·  · The folder is missing.',
    ],
  ],
  [
    'a folder in place of a file',
    [{ remove: cardsFile }, { folder: cardsFile }],
    [`${cardsFile} · folder · cards.yaml · This is a folder, and it must be a file.`],
  ],
  [
    'a dangling link',
    [{ remove: cardsFile }, { link: cardsFile, to: 'nowhere.yaml' }],
    [`${cardsFile} · file · cards.yaml · This link points nowhere.`],
  ],
  [
    'one number twice',
    [{ copy: 'lessons/20-recap', to: 'lessons/10-other' }, { remove: 'lessons/20-recap' }],
    ['lessons/10-other · folder · 10-other · The number 10 is taken by lessons/10-greet.'],
  ],
  [
    'one slug twice',
    [{ copy: 'lessons/20-recap', to: 'lessons/30-greet' }, { remove: 'lessons/20-recap' }],
    ['lessons/30-greet · folder · 30-greet · The id greet is taken by lessons/10-greet.'],
  ],
  [
    'an exercise under two numbers',
    [{ copy: exerciseFolder, to: 'labs/10-hello/20-say-hello' }],
    [
      'labs/10-hello/20-say-hello · folder · 20-say-hello · The id say-hello is taken by labs/10-hello/10-say-hello.',
    ],
  ],
  [
    'empty files',
    [
      { write: cardsFile, content: '' },
      { write: lessonFile, content: ' \n\n' },
      { write: `${exerciseFolder}/starter.ts`, content: '' },
    ],
    [
      `${exerciseFolder}/starter.ts · file ·  · The file is empty.`,
      `${cardsFile} · file ·  · The file is empty.`,
      `${lessonFile} · file ·  · The file is empty.`,
    ],
  ],
  [
    'bytes that are not UTF-8',
    [{ write: cardsFile, content: Uint8Array.from([0x61, 0x0a, 0xc3, 0x28]) }],
    [`${cardsFile} · line 2 ·  · The file is not valid UTF-8.`],
  ],
];

test.each(cases)('reported: %s', async (_, changes, problems) => {
  expect(await findProblems(changes)).toEqual(problems);
});
