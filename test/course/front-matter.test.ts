import { expect, test } from 'vitest';
import {
  type Case,
  change,
  exerciseFolder,
  findProblems,
  labFile,
  lessonFile,
  questionsFile,
  taskFile,
} from './broken-course.ts';

const cases: Case[] = [
  [
    'no front matter',
    [change(lessonFile, '---\ntitle', 'title')],
    [`${lessonFile} · line 1 · title: Greeting · The file does not begin with front matter.`],
  ],
  [
    'front matter that is not closed',
    [{ write: labFile, content: '---\ntitle: Hello\n' }],
    [`${labFile} · line 1 · --- · The front matter is not closed.`],
  ],
  [
    'YAML that is not valid',
    [change(lessonFile, 'How an API greets.', 'How: an API')],
    [
      `${lessonFile} · line 3 · summary: How: an API · This is not valid YAML: Nested mappings are not allowed in compact mappings.`,
    ],
  ],
  [
    'an alias',
    [change(lessonFile, 'title: Greeting', 'title: *x')],
    [`${lessonFile} · line 2 · *x · Aliases are not followed here.`],
  ],
  [
    'an alias that leads to itself',
    [change(questionsFile, 'synonyms: []', 'synonyms: &a [*a]')],
    [`${questionsFile} · line 9 · *a · Aliases are not followed here.`],
  ],
  [
    'unknown keys, wrong types and missing keys',
    [
      change(lessonFile, 'summary: How an API greets.', 'sumary: How an API greets.'),
      change(lessonFile, 'minutes: 7', 'minutes: seven'),
      change(lessonFile, 'title: Greeting', 'title: 5'),
    ],
    [
      `${lessonFile} · line 2, summary ·  · The key summary is missing.`,
      `${lessonFile} · line 2, title · 5 · This is a number, not text.`,
      `${lessonFile} · line 3, sumary · How an API greets. · The key sumary is not known here.`,
      `${lessonFile} · line 4, minutes · seven · This is text, not a number.`,
    ],
  ],
  [
    'references to what does not exist',
    [
      change(lessonFile, 'lab: hello', 'lab: helo'),
      change(lessonFile, '[hello/say-hello]', '[hello/say-hallo]'),
      change(taskFile, 'lesson: greet', 'lesson: great'),
      change(taskFile, '../data/names.json', '../data/name.json'),
      change(`${exerciseFolder}/checks.ts`, "'greet/see'", "'greet/sea'"),
    ],
    [
      `${exerciseFolder}/checks.ts · line 3 · greet/sea · There is no lesson or beat greet/sea.`,
      `${taskFile} · line 4, lesson · great · There is no lesson great.`,
      `${taskFile} · line 5, assets[0] · ../data/name.json · The data folder of the lab hello has no such file.`,
      `${lessonFile} · line 5, lab · helo · There is no lab helo.`,
      `${lessonFile} · line 6, exercises[0] · hello/say-hallo · There is no exercise hello/say-hallo.`,
    ],
  ],
  [
    'a link that is not https',
    [
      change(
        lessonFile,
        'https://fastapi.tiangolo.com/tutorial',
        'http://fastapi.tiangolo.com/tutorial',
      ),
      change(lessonFile, '(https://fastapi.tiangolo.com/)', '(/docs)'),
    ],
    [
      `${lessonFile} · line 9, sources[0].url · http://fastapi.tiangolo.com/tutorial/query-params/ · This is not an https address.`,
      `${lessonFile} · line 15 · /docs · This link is not https.`,
    ],
  ],
];

test.each(cases)('reported: %s', async (_, changes, problems) => {
  expect(await findProblems(changes)).toEqual(problems);
});
