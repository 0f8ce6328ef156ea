import { expect, test } from 'vitest';
import { type AskedLab, layoutQuestion } from '../../src/layout/question.ts';
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

function shown(kind: QuestionKind, isAnswerShown: boolean, lab?: AskedLab): string {
  const question: Question = {
    ...rubric,
    keyPoints: [...rubric.keyPoints],
    followUps: [],
    ...kind,
  };
  return layoutQuestion(question, { width: 60, isAnswerShown, lab })
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

      · The content
      · The syntax
      · The server"
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

const request = { method: 'GET', path: '/nowhere', headers: {} };
const predict: QuestionKind = {
  kind: 'predict',
  request,
  choices: [
    { text: '404', reply: { status: 404 } },
    { text: '200', reply: { status: 200 } },
  ],
};

test('a prediction is asked with its request', () => {
  expect(shown(predict, false)).toMatchInlineSnapshot(`
    "Why 422?
    mid level

      GET /nowhere

      · 404
      · 200"
  `);
});

const replyOf = (status: number): AskedLab => ({
  kind: 'answered',
  exchange: {
    request,
    response: { status, headers: {}, body: '', json: undefined },
    durationMs: 4,
  },
});

test('a prediction is answered by the lab: what fits its reply is marked, and the reply is shown', () => {
  const answer = shown(predict, true, replyOf(404));
  expect(answer).toContain('  ✔ 404\n  · 200\n\nSay');
  expect(answer).toContain('The lab answered\n404 Not Found');
});

test('a reply that nobody foretold, a lab that is asked and one that cannot be are said', () => {
  const other = shown(predict, true, replyOf(500));
  expect(other).toContain('  · 404\n  · 200\n\nNone of them fits the reply below.\n');
  const asking = shown(predict, true, { kind: 'asking' });
  expect(asking).toContain('  · 200\n\nSending it to the lab …\n\nSay');
  const failed = { kind: 'failed', message: 'It did not start.', remedy: 'Try again.' } as const;
  expect(shown(predict, true, failed)).toContain('\n✘ It did not start.\nTry again.\n\nSay');
});
