import type { Code, Question } from '../model/course.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Line, Span } from '../model/lines.ts';
import { fittingChoices } from '../model/reply-pattern.ts';
import { layoutRequest } from './blocks.ts';
import { layoutCode } from './code.ts';
import { layoutExchange } from './exchange.ts';
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

/** What a lab answers to the request of a question. */
export type AskedLab =
  | { kind: 'asking' }
  | { kind: 'answered'; exchange: Exchange }
  | { kind: 'failed'; message: string; remedy: string };

type QuestionLooks = {
  width: number;
  isAnswerShown: boolean;
  /** For a reply that was foretold: without it nothing is said of the lab. */
  lab?: AskedLab | undefined;
};

/** An interview question; with `isAnswerShown` its answer, key points, trap and follow-ups. */
export function layoutQuestion(
  question: Question,
  { width, isAnswerShown, lab }: QuestionLooks,
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
    ...(question.kind === 'choose' ? [] : layoutPut(question, width, lab)),
    ...layoutRight(question, width),
    ...label('Say'),
    ...text(question.answer),
    ...(lab?.kind === 'answered'
      ? [
          ...label('The lab answered'),
          ...layoutExchange(lab.exchange, width, { isStatusFirst: true }),
        ]
      : []),
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

/** What a question shows besides its words: code, a request, or what may be right. */
function layoutPut(question: Question, width: number, lab?: AskedLab): Line[] {
  switch (question.kind) {
    case 'say':
      return [];
    case 'choose':
      return [[], ...question.choices.flatMap(({ text }) => layoutChoice(text, width))];
    case 'bug':
      return [[], ...layoutCode({ ...question.code, title: 'FastAPI' }, width)];
    case 'predict': {
      const { choices } = question;
      const fitting = lab?.kind === 'answered' ? fittingChoices(choices, lab.exchange) : [];
      return [
        [],
        ...layoutRequest(question.request, width - 2).map((line) => [span('  '), ...line]),
        [],
        ...choices.flatMap(({ text }, index) => layoutChoice(text, width, fitting.includes(index))),
        ...(lab === undefined ? [] : layoutLab(lab, fitting.length > 0, width)),
      ];
    }
    default:
      return question satisfies never;
  }
}

function layoutChoice(text: string, width: number, isRight = false): Line[] {
  return wrapSpans(codeSpans(text, { isBold: isRight }), Math.min(width, textColumns), {
    firstIndent: [span('  '), isRight ? span('✔ ', 'ok') : span('· ', 'muted')],
    indent: [span('    ')],
  });
}

/** What is to be said of the lab beside the reply: that it is asked, cannot be, or answers otherwise. */
function layoutLab(lab: AskedLab, isForetold: boolean, width: number): Line[] {
  const say = (part: Span): Line[] => wrapSpans([part], Math.min(width, textColumns));
  switch (lab.kind) {
    case 'asking':
      return [[], ...say(span('Sending it to the lab …', 'muted'))];
    case 'failed':
      return [[], ...say(span(`✘ ${lab.message}`, 'wrong')), ...say(span(lab.remedy))];
    case 'answered':
      return isForetold ? [] : [[], ...say(span('None of them fits the reply below.', 'warn'))];
    default:
      return lab satisfies never;
  }
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
