import { describe, expect, test } from 'vitest';
import { layoutAnswer } from '../../src/layout/quiz-answer.ts';
import { layoutAsked, layoutChoices, layoutNumberedCode } from '../../src/layout/quiz-question.ts';
import {
  layoutScore,
  layoutScoreTables,
  layoutTopicScores,
  pointsText,
} from '../../src/layout/quiz-score.ts';
import { lineWidth } from '../../src/layout/width.ts';
import { type Line, plainText } from '../../src/model/lines.ts';
import type { QuizQuestion } from '../../src/model/quiz/draw.ts';
import { type QuizAnswer, scoreQuiz } from '../../src/model/quiz/score.ts';
import { makeQuestion } from '../model/quiz/questions.ts';

const textOf = (lines: Line[]) => lines.map(plainText).join('\n');
const long = (text: string) => `${text} ${'and more of it '.repeat(12)}`.trim();
const exchange = {
  request: { method: 'POST', path: `/${'long'.repeat(30)}`, headers: {}, body: '{"a": 1}' },
  response: { status: 422, headers: {}, body: '{"detail":"no"}', json: { detail: 'no' } },
  durationMs: 3,
};

function lengthen(question: QuizQuestion): QuizQuestion {
  const { keyPoints, commonWrongAnswer: trap } = question;
  const longer = {
    ask: long(question.ask),
    answer: long(question.answer),
    keyPoints: keyPoints.map(({ point, synonyms }) => ({ point: long(point), synonyms })),
    commonWrongAnswer: { answer: long(trap.answer), why: long(trap.why) },
    followUps: [{ ask: long('Why?'), answer: long('So.') }],
  };
  switch (question.kind) {
    case 'choose': {
      const choices = question.choices.map((one) => ({ ...one, text: long(one.text) }));
      return { ...question, ...longer, choices };
    }
    case 'predict': {
      const choices = question.choices.map((one) => ({ ...one, text: long(one.text) }));
      return { ...question, ...longer, choices };
    }
    case 'bug': {
      const lines = question.code.lines.map((line) =>
        line.map((token) => ({ ...token, text: long(token.text) })),
      );
      return { ...question, ...longer, code: { ...question.code, lines } };
    }
    case 'say':
      return { ...question, ...longer };
    default:
      return question satisfies never;
  }
}

const answers: QuizAnswer[] = [
  { kind: 'say', text: long('I said'), ticks: [true, false, true] },
  { kind: 'say', text: '', ticks: [false, false, false] },
  { kind: 'choose', choice: 2 },
  { kind: 'choose', choice: undefined },
  { kind: 'bug', line: 2 },
  { kind: 'bug', line: undefined },
  { kind: 'predict', choice: 0, exchange },
];

describe.each([40, 57, 77, 117])('in %i columns', (width) => {
  test.each(answers)('nothing is wider: $kind', (answer) => {
    const question = lengthen(makeQuestion('q', answer.kind));
    const lines = [
      ...layoutAsked(question, long('Topic'), width),
      ...layoutAnswer(question, answer, { width, shownIn: long('There'), ticking: 'keys' }),
      ...('choices' in question
        ? layoutChoices(
            question.choices.map(({ text }) => text),
            'numbers',
            width,
          ).flat()
        : []),
      ...(question.kind === 'bug' ? layoutNumberedCode(question.code, {}, width).flat() : []),
    ];
    expect(lines.filter((line) => lineWidth(line) > width).map(plainText)).toEqual([]);
  });

  test('who said it aloud is asked what was said before it is judged', () => {
    const said = (ticks: boolean[], ticking: 'keys' | 'lines') =>
      textOf(
        layoutAnswer(
          makeQuestion('a', 'say'),
          { kind: 'say', text: '', ticks },
          { width: 80, shownIn: 'x', ticking },
        ),
      ).split('\n')[0];
    expect(said([false, false, false], 'keys')).toBe(
      '○ Which of them did you say? Press 1 to 3.   2 make it right',
    );
    expect(said([true, false, false], 'keys')).toBe(
      '✘ Not yet: 1 of 3 key points   2 make it right',
    );
    expect(said([false, false, false], 'lines')).toBe(
      '✘ Not yet: 0 of 3 key points   2 make it right',
    );
  });

  test('a score with long titles is no wider', () => {
    const score = scoreQuiz([{ question: makeQuestion('a', 'predict'), share: 1 / 3 }]);
    const lines = [...layoutScore(score, width), ...layoutScoreTables(score, long, width)];
    expect(lines.filter((line) => lineWidth(line) > width).map(plainText)).toEqual([]);
  });
});

describe('the lines of a bug', () => {
  const found = (bugLines: number[], line: number | undefined) => {
    const question = makeQuestion('q', 'bug');
    if (question.kind !== 'bug') throw new Error('no bug');
    const rows = Array.from({ length: 12 }, (_, index) => [
      { text: `row ${index + 1}`, kind: 'plain' as const },
    ]);
    const asked = { ...question, code: { ...question.code, lines: rows }, bugLines };
    const answer = { kind: 'bug', line } as const;
    return textOf(layoutAnswer(asked, answer, { width: 60, shownIn: 'x', ticking: 'keys' }));
  };

  test.each([
    [[4], 'The bug is in line 5.'],
    [[4, 5], 'The bug is in lines 5, 6.'],
    [[5, 4, 6], 'The bug is in lines 5 to 7.'],
    [[1, 6], 'The bug is in lines 2, 7.'],
  ])('%j are told: %s', (bugLines, text) => {
    expect(found(bugLines, undefined)).toContain(`○ Not answered. ${text}\n`);
  });

  test('are shown with their neighbours and the line that was pointed at, the rest is left out', () => {
    expect(found([4], 9)).toContain(
      [
        '✘ Wrong. The bug is in line 5. You pointed at line 10.',
        '',
        '  …',
        '   4 │ row 4',
        '✘  5 │ row 5',
        '   6 │ row 6',
        '  …',
        '   9 │ row 9',
        '▸ 10 │ row 10',
        '  11 │ row 11',
        '  …',
        '',
        'Say',
      ].join('\n'),
    );
    expect(found([4], 4)).toContain('✔ Right. The bug is in line 5.\n');
  });
});

test('points have one digit after the point at the most', () => {
  expect(pointsText({ points: 2 / 3 + 1, asked: 2 })).toBe('1.7 of 2');
  expect(pointsText({ points: 3, asked: 4 })).toBe('3 of 4');
});

test('topics that were not asked about are not listed', () => {
  const topic = { lesson: 'a', title: 'A', questions: 6, asked: 0, points: 0 };
  expect(layoutTopicScores([topic], 60)).toEqual([]);
  expect(
    textOf(layoutTopicScores([topic, { ...topic, title: 'B', asked: 2, points: 1 }], 60)),
  ).toBe('Quiz\nB   50 %  2 of 6 asked');
});

test('how many points make it right is said on a line of its own where there is no room beside', () => {
  const answer = { kind: 'say', text: '', ticks: [false, false, false] } as const;
  const question = makeQuestion('a', 'say');
  const looks = { width: 57, shownIn: 'x', ticking: 'keys' } as const;
  const lines = textOf(layoutAnswer(question, { ...answer, ticks: [...answer.ticks] }, looks));
  expect(lines.split('\n').slice(0, 2)).toEqual([
    '○ Which of them did you say? Press 1 to 3.',
    '2 make it right',
  ]);
});
