import type { Code } from '../model/course.ts';
import type { Line, Span } from '../model/lines.ts';
import type { QuizKind, QuizQuestion } from '../model/quiz/draw.ts';
import { toSpans, wrapCodeLine } from './code.ts';
import { codeSpans } from './inline.ts';
import { levelTitles } from './question.ts';
import { span, textColumns } from './width.ts';
import { wrapSpans } from './wrap.ts';

/** What is to be done, in two or three words. */
export const kindTitles: Record<QuizKind, string> = {
  say: 'say it',
  choose: 'choose',
  bug: 'find the bug',
  predict: 'predict the reply',
};

/** What is asked, and below it how hard it is and what it is about. */
export function layoutAsked(question: QuizQuestion, topic: string, width: number): Line[] {
  const columns = Math.min(width, textColumns);
  return [
    ...wrapSpans(codeSpans(question.ask, { isBold: true }), columns),
    ...wrapSpans([span(`${levelTitles[question.level]} · ${topic}`, 'muted')], columns),
  ];
}

/** What is marked on a list of choices; on paper they have numbers and none is. */
export type ChoiceMarks = { marked: number } | 'numbers';

/** Choices one below the other, each with the lines it takes. */
export function layoutChoices(texts: string[], marks: ChoiceMarks, width: number): Line[][] {
  const columns = Math.min(width, textColumns);
  return texts.map((text, index) => {
    const isMarked = marks !== 'numbers' && marks.marked === index;
    const number = marks === 'numbers' ? `${index + 1} ` : isMarked ? '▸ ' : '  ';
    const looks: Partial<Span> = isMarked ? { tone: 'accent', isBold: true } : {};
    return wrapSpans(codeSpans(text, looks), columns, {
      firstIndent: [span(`  ${number}`, 'accent', { isBold: isMarked })],
      indent: [span('    ')],
    });
  });
}

/** What stands beside some lines of code, by their index. */
export type LineMarks = Record<number, Span>;

/** Code with a number before each line, each with the rows it takes. Nothing names the file: that may tell. */
export function layoutNumberedCode(code: Code, marks: LineMarks, width: number): Line[][] {
  const digits = String(code.lines.length).length;
  return code.lines.map((line, index) => {
    const mark = marks[index];
    const number = String(index + 1).padStart(digits);
    const first: Line = [
      mark ?? span('  '),
      span(`${number} `, mark?.tone ?? 'muted', { isBold: mark !== undefined }),
      span('│ ', mark?.tone ?? 'muted'),
    ];
    const below: Line = [span(' '.repeat(digits + 3)), span('│ ', 'muted')];
    return wrapCodeLine(toSpans(line), width - digits - 5).map((part, row) => [
      ...(row === 0 ? first : below),
      ...part,
    ]);
  });
}
