import { layoutBlocks, layoutRequest } from '../../../layout/blocks.ts';
import { layoutExchange } from '../../../layout/exchange.ts';
import { layoutInline } from '../../../layout/inline.ts';
import { span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import type { Prediction } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { type RunState, type RunStep, rightChoice } from './use-run-state.ts';

/** A step's lines, and which of them must be seen. */
export type RunLines = { lines: Line[]; first: number; last: number };

const textColumns = 88;

/** A step of Run it: the text and the question before the answer, the comparison after it. */
export function runLines(step: RunStep, state: RunState, width: number): RunLines {
  const { prediction } = step;
  if (prediction === undefined) {
    return { lines: layoutBlocks(step.blocks, width), first: 0, last: 0 };
  }
  return state.phase.kind === 'answered'
    ? answeredLines(prediction, state, width)
    : askedLines(step, prediction, state, width);
}

function indented(lines: Line[]): Line[] {
  return lines.map((line) => [span('  '), ...line]);
}

function askedLines(
  step: RunStep,
  prediction: Prediction,
  state: RunState,
  width: number,
): RunLines {
  const columns = Math.min(width, textColumns);
  const lines: Line[] = [
    ...layoutBlocks(step.blocks, width),
    ...(step.blocks.length > 0 ? [[]] : []),
    ...indented(layoutRequest(prediction.request, width - 2)),
    [],
    ...layoutInline(prediction.ask, columns),
  ];
  const first = lines.length - 1;
  for (const [index, choice] of prediction.choices.entries()) {
    const isMarked = index === state.selected;
    const mark = isMarked ? span('  ▸ ', 'accent', { isBold: true }) : span('    ');
    const text = isMarked ? span(choice.text, 'accent', { isBold: true }) : span(choice.text);
    lines.push(...wrapSpans([text], columns, { firstIndent: [mark], indent: [span('    ')] }));
  }
  if (state.phase.kind === 'sending') lines.push([], [span('Sending it to the lab …', 'muted')]);
  if (state.phase.kind === 'failed') {
    const { message, remedy } = state.phase;
    lines.push([], ...wrapSpans([span(`✘ ${message}`, 'wrong')], columns));
    lines.push(...wrapSpans([span(remedy)], columns));
  }
  return { lines, first, last: lines.length - 1 };
}

function answeredLines(prediction: Prediction, state: RunState, width: number): RunLines {
  const columns = Math.min(width, textColumns);
  const answer = state.answers[state.step];
  if (answer === undefined) return { lines: [], first: 0, last: 0 };
  const right = rightChoice(prediction, answer.exchange);
  const said = prediction.choices[answer.choice]?.text ?? '';
  const lines: Line[] = [
    ...layoutInline(prediction.ask, columns),
    [],
    ...compareLines(said, right === undefined ? undefined : prediction.choices[right]?.text, {
      isRight: right === answer.choice,
      columns,
    }),
    [],
    ...layoutInline(prediction.note, columns),
    [],
    ...layoutExchange(answer.exchange, width),
  ];
  if (state.again === undefined) return { lines, first: 0, last: 0 };
  const first = lines.length + 1;
  lines.push([], [span('Sent again', 'muted', { isBold: true })], []);
  lines.push(...layoutExchange(state.again, width));
  return { lines, first, last: lines.length - 1 };
}

function compareLines(
  said: string,
  right: string | undefined,
  { isRight, columns }: { isRight: boolean; columns: number },
): Line[] {
  const row = (mark: Line, label: string, text: string) =>
    wrapSpans([span(text, undefined, { isBold: true })], columns, {
      firstIndent: [...mark, span(label.padEnd(18), 'muted')],
      indent: [span(' '.repeat(20))],
    });
  if (isRight) return row([span('✔ ', 'ok')], 'you said it', said);
  return [
    ...row([span('✘ ', 'wrong')], 'you said', said),
    ...row([span('▸ ', 'accent')], 'the lab answered', right ?? 'something else, see below'),
  ];
}
