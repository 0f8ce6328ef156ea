import type { Code, Question } from '../model/course.ts';
import type { Line } from '../model/lines.ts';
import { layoutRequest } from './blocks.ts';
import { layoutCode } from './code.ts';
import { codeSpans } from './inline.ts';
import { span, textColumns } from './width.ts';
import { wrapSpans } from './wrap.ts';

/** What a level is called where a question is asked. */
export const levelTitles: Record<Question['level'], string> = {
  screen: 'first interview',
  mid: 'mid level',
  senior: 'senior level',
};

/** Running text of a question, as wide as still reads well. */
function running(width: number) {
  return (words: string, looks = {}) =>
    wrapSpans(codeSpans(words, looks), Math.min(width, textColumns));
}

/** What stands above a part of an answer. */
export function label(words: string): Line[] {
  return [[], [span(words, 'muted', { isBold: true })]];
}

/** An interview question; with `isAnswerShown` its answer, key points, trap and follow-ups. */
export function layoutQuestion(
  question: Question,
  { width, isAnswerShown }: { width: number; isAnswerShown: boolean },
): Line[] {
  const columns = Math.min(width, textColumns);
  const text = running(width);
  const bullet = (words: string) =>
    wrapSpans(codeSpans(words), columns, {
      firstIndent: [span('• ', 'accent')],
      indent: [span('  ')],
    });
  const asked: Line[] = [
    ...text(question.ask, { isBold: true }),
    [span(levelTitles[question.level], 'muted')],
  ];
  if (!isAnswerShown) return [...asked, ...layoutPut(question, width)];
  return [
    ...asked,
    ...(question.kind === 'choose' ? [] : layoutPut(question, width)),
    ...layoutRight(question, width),
    ...label('Say'),
    ...text(question.answer),
    ...label('Key points'),
    ...question.keyPoints.flatMap(({ point }) => bullet(point)),
    ...layoutTrapAndMore(question, width),
  ];
}

/** The common wrong answer with why it is wrong, and what they may ask next. */
export function layoutTrapAndMore(
  { commonWrongAnswer, followUps }: Question,
  width: number,
): Line[] {
  const columns = Math.min(width, textColumns);
  const text = running(width);
  return [
    ...label('Common wrong answer'),
    ...wrapSpans([span('✘ ', 'wrong'), ...codeSpans(commonWrongAnswer.answer)], columns, {
      indent: [span('  ')],
      firstIndent: [],
    }),
    ...text(commonWrongAnswer.why),
    ...followUps.flatMap(({ ask, answer }) => [
      ...label('They may go on'),
      ...text(ask, { isBold: true }),
      ...text(answer),
    ]),
  ];
}

/** What a question shows besides its words: code, a request, or what to choose from. */
function layoutPut(question: Question, width: number): Line[] {
  switch (question.kind) {
    case 'say':
      return [];
    case 'choose':
      return [[], ...question.choices.flatMap(({ text }) => layoutChoice(text, width))];
    case 'bug':
      return [[], ...layoutCode({ ...question.code, title: 'FastAPI' }, width)];
    case 'predict':
      return [
        [],
        ...layoutRequest(question.request, width - 2).map((line) => [span('  '), ...line]),
        [],
        ...question.choices.flatMap(({ text }) => layoutChoice(text, width)),
      ];
    default:
      return question satisfies never;
  }
}

function layoutChoice(text: string, width: number): Line[] {
  return wrapSpans(codeSpans(text), Math.min(width, textColumns), {
    firstIndent: [span('  ○ ', 'muted')],
    indent: [span('    ')],
  });
}

/** What is right, where that is more than the answer says: each choice with its reason, or the code mended. */
function layoutRight(question: Question, width: number): Line[] {
  switch (question.kind) {
    case 'choose':
      return question.choices.flatMap(({ text, isRight, why }) => [
        [],
        ...wrapSpans(codeSpans(text, { isBold: true }), Math.min(width, textColumns), {
          firstIndent: [isRight ? span('✔ ', 'ok') : span('✘ ', 'wrong')],
          indent: [span('  ')],
        }),
        ...wrapSpans(codeSpans(why), Math.min(width, textColumns), { indent: [span('  ')] }),
      ]);
    case 'bug':
      return [
        [],
        [span('The bug', 'muted', { isBold: true })],
        ...layoutCode(bugCode(question), width),
        [],
        [span('Mended', 'muted', { isBold: true })],
        ...layoutCode({ ...question.fix, title: '' }, width),
      ];
    case 'say':
    case 'predict':
      return [];
    default:
      return question satisfies never;
  }
}

/** The lines of the bug alone. */
function bugCode({ code, bugLines }: Extract<Question, { kind: 'bug' }>): Code {
  return { ...code, title: '', lines: code.lines.filter((_, line) => bugLines.includes(line)) };
}
