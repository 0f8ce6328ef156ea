import { layoutRequest } from '../layout/blocks.ts';
import { layoutAnswer } from '../layout/quiz-answer.ts';
import {
  kindTitles,
  layoutAsked,
  layoutChoices,
  layoutNumberedCode,
} from '../layout/quiz-question.ts';
import { layoutScore, layoutScoreTables } from '../layout/quiz-score.ts';
import { span } from '../layout/width.ts';
import { wrapSpans } from '../layout/wrap.ts';
import { lessonName } from '../model/course.ts';
import type { Line } from '../model/lines.ts';
import type { QuizQuestion } from '../model/quiz/draw.ts';
import { matchKeyPoints } from '../model/quiz/match.ts';
import {
  type AnsweredQuestion,
  isRight,
  type QuizAnswer,
  scoreQuiz,
  shareOf,
} from '../model/quiz/score.ts';
import type { Context } from './context.ts';
import { complain, say, show } from './show.ts';

/** Asks line by line until the last question or the end of the input, then prints the score. */
export async function askQuiz(context: Context, questions: QuizQuestion[]): Promise<void> {
  const answered: AnsweredQuestion[] = [];
  for (const [index, question] of questions.entries()) {
    showQuestion(context, question, `Question ${index + 1} of ${questions.length}`);
    const reading = await readAnswer(context, question);
    if (reading === 'end') break;
    if (reading === 'left-out') continue;
    const { answer, isEnd } = await showAnswer(context, question, reading);
    const share = shareOf(question, answer);
    if (share !== undefined) {
      answered.push({ question, share });
      const { id, topic, kind } = question;
      const event = { question: id, lesson: topic, how: kind, share };
      context.services.record({ kind: 'question-answered', ...event });
    }
    if (isEnd) break;
  }
  showScore(context, answered);
  const warning = context.services.progressWarning();
  if (warning !== undefined) complain(context, warning);
}

function showQuestion(context: Context, question: QuizQuestion, place: string): void {
  const { columns } = context.terminal;
  const head: Line = [
    span(place, 'accent', { isBold: true }),
    span(` · ${kindTitles[question.kind]}`, 'muted'),
  ];
  const asked = layoutAsked(question, titleOf(context, question.topic), columns);
  show(context, [[], head, [], ...asked, [], ...bodyOf(question, columns)]);
}

function titleOf({ services }: Context, lesson: string): string {
  return lessonName(services.courseIndex, lesson);
}

/** What there is to choose from, and how to answer. */
function bodyOf(question: QuizQuestion, width: number): Line[] {
  const hint = (text: string): Line[] => wrapSpans([span(text, 'muted')], width);
  const choicesOf = (choices: { text: string }[]): Line[] => [
    ...layoutChoices(
      choices.map(({ text }) => text),
      'numbers',
      width,
    ).flat(),
    [],
    ...hint('Type its number, or only Enter to see the answer.'),
  ];
  switch (question.kind) {
    case 'say':
      return hint('Type your answer, or say it aloud and press Enter.');
    case 'choose':
      return choicesOf(question.choices);
    case 'bug':
      return [
        ...layoutNumberedCode(question.code, {}, width).flat(),
        [],
        ...hint('Type the number of the line, or only Enter to see the answer.'),
      ];
    case 'predict':
      return [
        ...layoutRequest(question.request, width - 2).map((line) => [span('  '), ...line]),
        [],
        ...choicesOf(question.choices),
      ];
    default:
      return question satisfies never;
  }
}

/** `end` where there is no more input, `left-out` where the lab could not be asked. */
async function readAnswer(
  context: Context,
  question: QuizQuestion,
): Promise<QuizAnswer | 'end' | 'left-out'> {
  switch (question.kind) {
    case 'say': {
      const text = await context.readLine('> ');
      if (text === undefined) return 'end';
      return { kind: 'say', text, ticks: matchKeyPoints(text, question.keyPoints) };
    }
    case 'choose': {
      const choice = await readNumber(context, question.choices.length);
      return choice === 'end' ? choice : { kind: 'choose', choice };
    }
    case 'bug': {
      const line = await readNumber(context, question.code.lines.length);
      return line === 'end' ? line : { kind: 'bug', line };
    }
    case 'predict': {
      const choice = await readNumber(context, question.choices.length);
      if (choice === 'end') return choice;
      const reply = await context.services.askLab(question.shownIn.lab, question.request);
      if (reply.isOk) return { kind: 'predict', choice, exchange: reply.exchange };
      complain(context, `${reply.message} ${reply.remedy} This question is left out.`);
      return 'left-out';
    }
    default:
      return question satisfies never;
  }
}

/** An index from what is typed as a number from 1; undefined for an empty line. */
async function readNumber(context: Context, count: number): Promise<number | undefined | 'end'> {
  for (;;) {
    const line = await context.readLine('> ');
    if (line === undefined) return 'end';
    const text = line.trim();
    if (text === '') return undefined;
    const number = /^\d+$/.test(text) ? Number(text) : 0;
    if (number >= 1 && number <= count) return number - 1;
    say(context, `A number from 1 to ${count}, please, or only Enter.`);
  }
}

/** Shows what came of it; the ticks of an answer that was said can be changed then. */
async function showAnswer(
  context: Context,
  question: QuizQuestion,
  answer: QuizAnswer,
): Promise<{ answer: QuizAnswer; isEnd: boolean }> {
  const { columns: width } = context.terminal;
  const shownIn = titleOf(context, question.shownIn.lesson);
  const lines = layoutAnswer(question, answer, { width, shownIn, ticking: 'lines' });
  show(context, [[], ...lines]);
  if (answer.kind !== 'say') return { answer, isEnd: false };
  const hint = 'The ticks go by the words you typed. Numbers to change, as in 1 3, or only Enter.';
  show(context, [[], ...wrapSpans([span(hint, 'muted')], width)]);
  const line = await context.readLine('> ');
  const changed = new Set(line?.match(/\d+/g)?.map(Number));
  const ticks = answer.ticks.map((isTicked, index) => isTicked !== changed.has(index + 1));
  const changedAnswer: QuizAnswer = { ...answer, ticks };
  if (changed.size > 0) {
    const verdict = isRight(shareOf(question, changedAnswer) ?? 0) ? 'right' : 'not yet right';
    say(context, `Now ${ticks.filter(Boolean).length} of ${ticks.length} key points: ${verdict}.`);
  }
  return { answer: changedAnswer, isEnd: line === undefined };
}

function showScore(context: Context, answered: AnsweredQuestion[]): void {
  const { columns } = context.terminal;
  const score = scoreQuiz(answered);
  show(context, [[], ...layoutScore(score, columns)]);
  if (answered.length === 0) return;
  show(context, [[], ...layoutScoreTables(score, (id) => titleOf(context, id), columns)]);
  if (score.readAgain.length === 0) return;
  show(context, [[], [span('Read again', 'muted', { isBold: true })]]);
  for (const { lesson } of score.readAgain) {
    const [id = ''] = lesson.split('/');
    const command = span(`api-labs lesson ${id}`, 'code-function');
    say(context, `${titleOf(context, lesson)}: `, command);
  }
}
