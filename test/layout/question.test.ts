import { expect, test } from 'vitest';
import { layoutQuestion } from '../../src/layout/question.ts';
import type { Code, Question, QuestionKind } from '../../src/model/course.ts';

const rubric = {
  id: 'why-422',
  level: 'mid',
  ask: 'Why 422?',
  answer: 'The syntax is fine, the content is not.',
  keyPoints: [{ point: 'content', synonyms: ['content'] }],
  commonWrongAnswer: { answer: 'A typo.', why: 'It is meant.' },
  followUps: [],
  shownIn: { lesson: 'validation/say', lab: 'predict' },
} as const satisfies Partial<Question>;

const code = (...lines: string[]): Code => ({
  language: 'python',
  lines: lines.map((text) => [{ text, kind: 'plain' }]),
});

function shown(kind: QuestionKind, isAnswerShown: boolean): string {
  const question: Question = {
    ...rubric,
    keyPoints: [...rubric.keyPoints],
    followUps: [],
    ...kind,
  };
  return layoutQuestion(question, { width: 60, isAnswerShown })
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n');
}

const bug: QuestionKind = {
  kind: 'bug',
  code: code('async def report():', '    time.sleep(1)', '    return 1'),
  bugLines: [1],
  fix: code('def report():', '    time.sleep(1)'),
};

test('a bug is asked with the whole code, and answered with its lines and the code mended', () => {
  expect(shown(bug, false)).toMatchInlineSnapshot(`
    "Why 422?
    mid level

    FastAPI
    │ async def report():
    │     time.sleep(1)
    │     return 1"
  `);
  expect(shown(bug, true)).toMatchInlineSnapshot(`
    "Why 422?
    mid level

    FastAPI
    │ async def report():
    │     time.sleep(1)
    │     return 1

    The bug
    │     time.sleep(1)

    Mended
    │ def report():
    │     time.sleep(1)

    Say
    The syntax is fine, the content is not.

    Key points
    • content

    Common wrong answer
    ✘ A typo.
    It is meant."
  `);
});

const choose: QuestionKind = {
  kind: 'choose',
  choices: [
    { text: 'The content', isRight: true, why: 'It parses.' },
    { text: 'The syntax', isRight: false, why: 'That would be 400.' },
    { text: 'The server', isRight: false, why: 'That would be 500.' },
  ],
};

test('a choice is asked without its reasons, and answered with all of them', () => {
  expect(shown(choose, false)).toMatchInlineSnapshot(`
    "Why 422?
    mid level

      ○ The content
      ○ The syntax
      ○ The server"
  `);
  expect(shown(choose, true)).toMatchInlineSnapshot(`
    "Why 422?
    mid level

    ✔ The content
      It parses.

    ✘ The syntax
      That would be 400.

    ✘ The server
      That would be 500.

    Say
    The syntax is fine, the content is not.

    Key points
    • content

    Common wrong answer
    ✘ A typo.
    It is meant."
  `);
});

test('a prediction is asked with its request', () => {
  const request = { method: 'GET', path: '/nowhere', headers: {} };
  const choices = [
    { text: '404', reply: { status: 404 } },
    { text: '200', reply: { status: 200 } },
  ];
  expect(shown({ kind: 'predict', request, choices }, false)).toMatchInlineSnapshot(`
    "Why 422?
    mid level

      GET /nowhere

      ○ 404
      ○ 200"
  `);
});
