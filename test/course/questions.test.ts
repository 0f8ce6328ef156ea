import { expect, test } from 'vitest';
import {
  type Case,
  cardsFile,
  change,
  findProblems,
  labFile,
  lessonFile,
  questionsFile,
} from './broken-course.ts';

const cases: Case[] = [
  [
    'ids that are taken',
    [
      change('lessons/20-recap/questions.yaml', 'why-recap', 'why-default'),
      change('lessons/20-recap/cards.yaml', 'what-is-a-recap', 'what-is-a-default'),
      change(lessonFile, '## Build it', '```predict\nid: no-name\n```\n\n## Build it'),
      change(labFile, 'id: send-nonsense', 'id: greet-ada'),
    ],
    [
      `${labFile} · line 19 · greet-ada · The request id greet-ada is taken by ${labFile}, line 12.`,
      `${lessonFile} · line 57 · no-name · The prediction id no-name is taken by ${lessonFile}, line 44.`,
      `${lessonFile} · line 57, ask ·  · The key ask is missing.`,
      `${lessonFile} · line 57, choices ·  · The key choices is missing.`,
      `${lessonFile} · line 57, note ·  · The key note is missing.`,
      `${lessonFile} · line 57, request ·  · The key request is missing.`,
      `lessons/20-recap/cards.yaml · line 1 · what-is-a-default · The card id what-is-a-default is taken by ${cardsFile}, line 1.`,
      `lessons/20-recap/questions.yaml · line 1 · why-default · The question id why-default is taken by ${questionsFile}, line 1.`,
    ],
  ],
  [
    'ids that are not kebab-case',
    [
      change(questionsFile, 'why-default', 'whyDefault'),
      change(cardsFile, 'what-is-a-default', 'what--is'),
    ],
    [
      `${cardsFile} · line 1, [0].id · what--is · An id is written in kebab-case.`,
      `${questionsFile} · line 1, [0].id · whyDefault · An id is written in kebab-case.`,
    ],
  ],
  [
    'answers that are too long, key points too few, levels unknown',
    [
      change(questionsFile, 'So that it may be left out.', 'word '.repeat(121)),
      change(questionsFile, '    - point: The type stays.\n      synonyms: []\n', ''),
      change(questionsFile, 'level: screen', 'level: junior'),
    ],
    [
      `${questionsFile} · line 2, [0].level · junior · This value is not known here.`,
      `${questionsFile} · line 4, [0].answer · ${'word '.repeat(11)}word… · The answer is longer than 120 words.`,
      `${questionsFile} · line 5, [0].keyPoints · [{"point":"It becomes optional.","synonyms":["not required"… · A question has 3 to 5 key points.`,
    ],
  ],
  [
    'an empty list',
    [{ write: cardsFile, content: '[]\n' }],
    [`${cardsFile} · line 1 · [] · The list is empty.`],
  ],
];

test.each(cases)('reported: %s', async (_, changes, problems) => {
  expect(await findProblems(changes)).toEqual(problems);
});
