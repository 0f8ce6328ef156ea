import { layoutBlocks, layoutRequest } from '../../../layout/blocks.ts';
import { layoutExchange } from '../../../layout/exchange.ts';
import { layoutInline } from '../../../layout/inline.ts';
import { layoutBars } from '../../../layout/timeline.ts';
import type { WayLines } from '../../../layout/way.ts';
import { span, textColumns } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import type { Prediction, Timeline } from '../../../model/course.ts';
import type { Period } from '../../../model/exchange.ts';
import type { Line } from '../../../model/lines.ts';
import {
  type RunPhase,
  type RunState,
  type RunStep,
  rightChoice,
  rightTimes,
} from './use-run-state.ts';

/**
 * A step's lines, and which of them must be seen. Of a reply that is very long nobody has to read what is below `enough`
 * before going on.
 */
export type RunLines = { lines: Line[]; first: number; last: number; enough?: number };

/** What is drawn of a step besides its text, as it stands at this moment. */
export type RunPictures = {
  /** The way of the request, of the edited one where it was sent again. */
  way?: WayLines;
  /** Since the requests of a timeline were sent. */
  elapsedMs: number;
  busy?: Period[];
};

const guessFirst = 'Guess, then press Enter to send them all at once.';

/** A step of Run it: the text and the question before the answer, the comparison after it. */
export function runLines(
  step: RunStep,
  state: RunState,
  width: number,
  pictures: RunPictures = { elapsedMs: 0 },
): RunLines {
  const { prediction, timeline } = step;
  if (timeline !== undefined) return timelineLines(step, timeline, state, width, pictures);
  if (prediction === undefined) {
    return { lines: layoutBlocks(step.blocks, width), first: 0, last: 0 };
  }
  return state.phase.kind === 'answered'
    ? answeredLines(prediction, state, width, pictures)
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
  lines.push(...choiceLines(prediction.choices, state.selected, columns));
  if (state.phase.kind === 'sending') lines.push([], [span('Sending it to the lab …', 'muted')]);
  lines.push(...failureLines(state.phase, columns));
  return { lines, first, last: lines.length - 1 };
}

function choiceLines(choices: { text: string }[], selected: number, columns: number): Line[] {
  return choices.flatMap((choice, index) => {
    const isMarked = index === selected;
    const mark = isMarked ? span('  ▸ ', 'accent', { isBold: true }) : span('    ');
    const text = isMarked ? span(choice.text, 'accent', { isBold: true }) : span(choice.text);
    return wrapSpans([text], columns, { firstIndent: [mark], indent: [span('    ')] });
  });
}

function failureLines(phase: RunPhase, columns: number): Line[] {
  if (phase.kind !== 'failed') return [];
  return [
    [],
    ...wrapSpans([span(`✘ ${phase.message}`, 'wrong')], columns),
    ...(phase.remedy === '' ? [] : wrapSpans([span(phase.remedy)], columns)),
    ...wrapSpans([span('Enter tries again, → goes on without it.', 'muted')], columns),
  ];
}

/** The requests to be sent at once, and what may come of it; before they are sent. */
function foretoldLines(
  step: RunStep,
  { requests, ask, choices }: Timeline,
  { phase, selected }: RunState,
  width: number,
): RunLines {
  const columns = Math.min(width, textColumns);
  const lines: Line[] = [
    ...layoutBlocks(step.blocks, width),
    ...(step.blocks.length > 0 ? [[]] : []),
    ...requests.flatMap((request) => indented(layoutRequest(request, width - 2))),
    [],
    ...layoutInline(ask, columns),
  ];
  const first = lines.length - 1;
  lines.push(...choiceLines(choices, selected, columns));
  if (phase.kind !== 'failed') {
    const words = phase.kind === 'sending' ? 'Starting the lab …' : guessFirst;
    lines.push([], ...wrapSpans([span(words, 'muted')], columns));
  }
  lines.push(...failureLines(phase, columns));
  return { lines, first, last: lines.length - 1 };
}

/** The requests to be sent at once; from then on their bars, and at their end what was foretold and the note. */
function timelineLines(
  step: RunStep,
  timeline: Timeline,
  state: RunState,
  width: number,
  { elapsedMs, busy }: RunPictures,
): RunLines {
  const columns = Math.min(width, textColumns);
  const { phase } = state;
  const run = state.timelines[state.step];
  if (run === undefined) return foretoldLines(step, timeline, state, width);
  const { results } = run;
  const isOver = phase.kind === 'answered';
  const lines = [
    ...layoutInline(timeline.ask, columns),
    [],
    ...layoutBars(timeline, { results, elapsedMs, busy: isOver ? busy : undefined }, width),
  ];
  const last = lines.length - 1;
  if (isOver) {
    const right = rightTimes(timeline, run);
    const measured = right === undefined ? 'none of these' : timeline.choices[right]?.text;
    const isRight = right === run.choice;
    const said = timeline.choices[run.choice]?.text ?? '';
    lines.push([], ...compareLines(said, measured, { isRight, columns, label: 'it was' }));
    lines.push([], ...layoutInline(timeline.note, columns));
  }
  lines.push(...failureLines(phase, columns));
  return { lines, first: 0, last: phase.kind === 'failed' ? lines.length - 1 : last };
}

function answeredLines(
  prediction: Prediction,
  state: RunState,
  width: number,
  { way }: RunPictures,
): RunLines {
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
  ];
  if (state.again === undefined) {
    const newest = way === undefined ? 0 : lines.length + way.newest;
    if (way !== undefined) lines.push(...way.lines, []);
    lines.push(...layoutInline(prediction.note, columns), []);
    const above = lines.length;
    lines.push(...layoutExchange(answer.exchange, width));
    return { lines, first: 0, last: newest, ...enoughOf(above, lines.length) };
  }
  lines.push(...layoutInline(prediction.note, columns), []);
  lines.push(...layoutExchange(answer.exchange, width));
  const again = lines.length + 1;
  lines.push([], [span('Sent again', 'muted', { isBold: true })], []);
  lines.push(...layoutExchange(state.again, width));
  const enough = enoughOf(again, lines.length);
  if (way === undefined) return { lines, first: again, last: again, ...enough };
  lines.push([], ...way.lines);
  return { lines, first: again, last: lines.length - way.lines.length + way.newest };
}

const longExchange = 60;
const beginning = 14;

function enoughOf(above: number, total: number): Pick<RunLines, 'enough'> {
  return total - above > longExchange ? { enough: above + beginning } : {};
}

function compareLines(
  said: string,
  right: string | undefined,
  {
    isRight,
    columns,
    label = 'the lab answered',
  }: { isRight: boolean; columns: number; label?: string },
): Line[] {
  const labelColumns = Math.max(label.length, 'you said it'.length) + 2;
  const row = (mark: Line, name: string, text: string) =>
    wrapSpans([span(text, undefined, { isBold: true })], columns, {
      firstIndent: [...mark, span(name.padEnd(labelColumns), 'muted')],
      indent: [span(' '.repeat(labelColumns + 2))],
    });
  if (isRight) return row([span('✔ ', 'ok')], 'you said it', said);
  return [
    ...row([span('✘ ', 'wrong')], 'you said', said),
    ...row([span('▸ ', 'accent')], label, right ?? 'something else, see below'),
  ];
}
