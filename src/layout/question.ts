import type { Question } from '../model/course.ts';
import type { Line } from '../model/lines.ts';
import { codeSpans } from './inline.ts';
import { span } from './width.ts';
import { wrapSpans } from './wrap.ts';

/** What a level is called where a question is asked. */
export const levelTitles: Record<Question['level'], string> = {
  screen: 'first interview',
  mid: 'mid level',
  senior: 'senior level',
};

/** An interview question; with `isAnswerShown` its answer, key points, trap and follow-ups. */
export function layoutQuestion(
  question: Question,
  { width, isAnswerShown }: { width: number; isAnswerShown: boolean },
): Line[] {
  const columns = Math.min(width, 88);
  const text = (words: string, looks = {}) => wrapSpans(codeSpans(words, looks), columns);
  const bullet = (words: string) =>
    wrapSpans(codeSpans(words), columns, {
      firstIndent: [span('• ', 'accent')],
      indent: [span('  ')],
    });
  const label = (words: string): Line[] => [[], [span(words, 'muted', { isBold: true })]];
  const asked = [
    ...text(question.ask, { isBold: true }),
    [span(levelTitles[question.level], 'muted')],
  ];
  if (!isAnswerShown) return asked;
  return [
    ...asked,
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
  const columns = Math.min(width, 88);
  const text = (words: string, looks = {}) => wrapSpans(codeSpans(words, looks), columns);
  const label = (words: string): Line[] => [[], [span(words, 'muted', { isBold: true })]];
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
