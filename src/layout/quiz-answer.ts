import type { Line, Span } from '../model/lines.ts';
import type { QuizQuestion } from '../model/quiz/draw.ts';
import { neededPoints, type QuizAnswer } from '../model/quiz/score.ts';
import { fittingChoices } from '../model/reply-pattern.ts';
import { layoutCode } from './code.ts';
import { layoutExchange } from './exchange.ts';
import { codeSpans } from './inline.ts';
import { label, layoutTrapAndMore } from './question.ts';
import { type LineMarks, layoutNumberedCode } from './quiz-question.ts';
import { printable, span, textColumns } from './width.ts';
import { wrapParts, wrapSpans } from './wrap.ts';

type Asked<Kind> = Extract<QuizQuestion, { kind: Kind }>;
type Given<Kind> = Extract<QuizAnswer, { kind: Kind }>;

/** Whether points are ticked by a key or by a line of numbers. */
export type Ticking = 'keys' | 'lines';

const right = (text: string) => span(`✔ ${text}`, 'ok', { isBold: true });
const wrong = (text: string) => span(`✘ ${text}`, 'wrong', { isBold: true });

/** What came of an answer, what is right and why. `shownIn` names the lesson with its beat. */
export function layoutAnswer(
  question: QuizQuestion,
  answer: QuizAnswer,
  { width, shownIn, ticking }: { width: number; shownIn: string; ticking: Ticking },
): Line[] {
  return [
    ...layoutOutcome(question, answer, width, ticking),
    ...layoutTrapAndMore(question, width),
    [],
    ...wrapSpans(
      [span(`Shown in ${shownIn}, and by the lab ${question.shownIn.lab}.`, 'muted')],
      Math.min(width, textColumns),
    ),
  ];
}

function layoutOutcome(
  question: QuizQuestion,
  answer: QuizAnswer,
  width: number,
  ticking: Ticking,
): Line[] {
  if (answer.kind === 'say') return layoutSaid(question, answer, width, ticking);
  if (question.kind === 'choose' && answer.kind === 'choose') {
    return layoutChosen(question, answer, width);
  }
  if (question.kind === 'bug' && answer.kind === 'bug') return layoutFound(question, answer, width);
  if (question.kind === 'predict' && answer.kind === 'predict') {
    return layoutPredicted(question, answer, width);
  }
  return [];
}

function running(text: string, width: number): Line[] {
  return wrapSpans(codeSpans(text), Math.min(width, textColumns));
}

function layoutSaid(
  { keyPoints, answer: modelAnswer }: QuizQuestion,
  { text, ticks }: Given<'say'>,
  width: number,
  ticking: Ticking,
): Line[] {
  const columns = Math.min(width, textColumns);
  const total = keyPoints.length;
  const said = ticks.filter(Boolean).length;
  const needed = neededPoints(total);
  const points = `${said} of ${total} key ${total === 1 ? 'point' : 'points'}`;
  const isAloud = text.trim() === '';
  const isOpen = isAloud && said === 0 && ticking === 'keys';
  const verdict = isOpen
    ? span(`○ Which of them did you say? Press ${numbersText(total)}.`, 'warn', { isBold: true })
    : said >= needed
      ? right(`Right: ${points}`)
      : wrong(`Not yet: ${points}`);
  const ticked = keyPoints.flatMap(({ point }, index) =>
    wrapSpans(codeSpans(point, ticks[index] ? {} : { tone: 'muted' }), columns, {
      firstIndent: [
        span(`${index + 1} `, 'accent'),
        ticks[index] ? span('✔ ', 'ok') : span('○ ', 'muted'),
      ],
      indent: [span('    ')],
    }),
  );
  const hint = isOpen ? '' : tickingHint(total, isAloud, ticking);
  const makeRight = `${needed} ${needed === 1 ? 'makes' : 'make'} it right`;
  return [
    ...wrapParts([[verdict, span('   ')], [span(makeRight, 'muted')]], columns),
    ...ticked,
    ...(hint === '' ? [] : wrapSpans([span(hint, 'muted')], columns)),
    ...(isAloud ? [] : [...label('You wrote'), ...wrapSpans([span(printable(text))], columns)]),
    ...label('Say'),
    ...running(modelAnswer, width),
  ];
}

/** The numbers of some points, as they are pressed or typed: `1 to 4`. */
export function numbersText(total: number): string {
  return total === 1 ? '1' : `1 to ${total}`;
}

/** On paper it stands where the numbers are typed, below the answer. */
function tickingHint(total: number, isAloud: boolean, ticking: Ticking): string {
  if (ticking === 'lines') return '';
  const numbers = numbersText(total);
  return isAloud
    ? `You said it aloud: press ${numbers} for the points you made.`
    : `Ticked by your words. Press ${numbers} to tick a point, or to untick it.`;
}

function layoutChosen(
  { choices, answer: modelAnswer }: Asked<'choose'>,
  { choice }: Given<'choose'>,
  width: number,
): Line[] {
  const columns = Math.min(width, textColumns);
  const isRight = choice !== undefined && choices[choice]?.isRight === true;
  const rows = choices.flatMap((one, index): Line[] => {
    const isChosen = index === choice;
    const mark = one.isRight
      ? span('✔ ', 'ok', { isBold: true })
      : isChosen
        ? span('✘ ', 'wrong', { isBold: true })
        : span('· ', 'muted');
    const said = isChosen ? [span('  (your answer)', one.isRight ? 'ok' : 'wrong')] : [];
    return [
      [],
      ...wrapSpans(
        [...codeSpans(one.text, { isBold: one.isRight || isChosen }), ...said],
        columns,
        { firstIndent: [mark], indent: [span('  ')] },
      ),
      ...wrapSpans(codeSpans(one.why), columns, { indent: [span('  ')] }),
    ];
  });
  return [[verdictOf(choice, isRight)], ...rows, ...label('Say'), ...running(modelAnswer, width)];
}

function verdictOf(given: number | undefined, isRight: boolean): Span {
  if (given === undefined) return span('○ Not answered.', 'warn', { isBold: true });
  return isRight ? right('Right.') : wrong('Wrong.');
}

function layoutFound(
  { code, bugLines, fix, answer: modelAnswer }: Asked<'bug'>,
  { line }: Given<'bug'>,
  width: number,
): Line[] {
  const isRight = line !== undefined && bugLines.includes(line);
  const marks: LineMarks = Object.fromEntries(bugLines.map((bug) => [bug, span('✘ ', 'wrong')]));
  if (line !== undefined && !isRight) marks[line] = span('▸ ', 'warn');
  const place = `The bug is in ${lineNumbers(bugLines)}.`;
  const pointed = line === undefined || isRight ? '' : ` You pointed at line ${line + 1}.`;
  return [
    ...wrapSpans([verdictOf(line, isRight), span(` ${place}${pointed}`)], width),
    [],
    ...excerptAround(Object.keys(marks).map(Number), layoutNumberedCode(code, marks, width)),
    ...label('Say'),
    ...running(modelAnswer, width),
    ...label('Put right'),
    ...layoutCode({ language: fix.language, lines: fix.lines }, width),
  ];
}

const linesAround = 1;

/** Of the rows of some code those of the marked lines and their neighbours: all of it was just read. */
function excerptAround(marked: number[], rows: Line[][]): Line[] {
  const isNear = (index: number) => marked.some((one) => Math.abs(one - index) <= linesAround);
  return rows.flatMap((lines, index) => {
    if (isNear(index)) return lines;
    return index === 0 || isNear(index - 1) ? [[span('  …', 'muted')]] : [];
  });
}

/** `line 4`, `lines 4 to 6`, `lines 4, 7`. */
function lineNumbers(lines: number[]): string {
  const sorted = lines.toSorted((one, other) => one - other).map((line) => line + 1);
  const [first, last] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  if (sorted.length === 1) return `line ${first}`;
  const isRun = last - first === sorted.length - 1;
  return isRun && sorted.length > 2 ? `lines ${first} to ${last}` : `lines ${sorted.join(', ')}`;
}

function layoutPredicted(
  question: Asked<'predict'>,
  { choice, exchange }: Given<'predict'>,
  width: number,
): Line[] {
  const columns = Math.min(width, textColumns);
  const [fitting] = fittingChoices(question.choices, exchange);
  const textOf = (index: number | undefined) =>
    index === undefined ? undefined : question.choices[index]?.text;
  const row = (name: string, text: string) =>
    wrapSpans(codeSpans(text, { isBold: true }), columns, {
      firstIndent: [span(name.padEnd(18), 'muted')],
      indent: [span(' '.repeat(18))],
    });
  const verdict =
    fitting === undefined
      ? span('○ None of the choices fits the reply, so this one does not count.', 'warn')
      : verdictOf(choice, fitting === choice);
  const said = textOf(choice);
  return [
    ...wrapSpans([verdict], columns),
    ...(said === undefined ? [] : row('you said', said)),
    ...row('the lab answered', textOf(fitting) ?? 'something else, see below'),
    ...label('Say'),
    ...running(question.answer, width),
    [],
    ...layoutExchange(exchange, width),
  ];
}
