import { expect, test } from 'vitest';
import type { Block, Prediction } from '../../../../src/model/course.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import {
  firstOpenStep,
  initialRunState,
  type RunEvent,
  type RunState,
  reduceRun,
  rightChoice,
  splitRunSteps,
  stepOfBlock,
} from '../../../../src/ui/screens/lesson/use-run-state.ts';
import { lessons } from '../../course-fixture.ts';

const blocks = lessons.find(({ id }) => id === 'validation')?.beats.run ?? [];
const steps = splitRunSteps(blocks);

const exchange: Exchange = {
  request: { method: 'GET', path: '/nowhere', headers: {} },
  response: { status: 404, headers: {}, body: '' },
  durationMs: 1,
};

function after(...events: RunEvent[]): RunState {
  return events.reduce(reduceRun, initialRunState);
}

test('the step of a block is the one that shows it', () => {
  expect(blocks.map((block) => stepOfBlock(steps, block))).toEqual([0, 0, 1]);
  expect(stepOfBlock(steps, undefined)).toBe(-1);
});

test('a step ends with its prediction; text after the last one is a step', () => {
  expect(steps.map((step) => [step.blocks.length, step.prediction?.id])).toEqual([
    [1, 'text-as-number'],
    [0, 'unknown-path'],
  ]);
  const text: Block = { kind: 'paragraph', text: [] };
  expect(splitRunSteps([...blocks, text])).toHaveLength(3);
  expect(splitRunSteps([])).toEqual([{ blocks: [] }]);
});

test('choices go round', () => {
  expect(after({ kind: 'moved', by: -1, choices: 3 }).selected).toBe(2);
  expect(after({ kind: 'moved', by: 1, choices: 3 }).selected).toBe(1);
});

test('an answer is kept when one steps on and back', () => {
  const back = after(
    { kind: 'moved', by: 1, choices: 3 },
    { kind: 'sent' },
    { kind: 'answered', step: 0, exchange },
    { kind: 'stepped', to: 1 },
    { kind: 'stepped', to: 0 },
  );
  expect(back).toMatchObject({ step: 0, selected: 1, phase: { kind: 'answered' } });
});

test('a reply to a step that was left changes nothing', () => {
  const left = after({ kind: 'sent' }, { kind: 'stepped', to: 1 });
  expect(reduceRun(left, { kind: 'answered', step: 0, exchange })).toEqual(left);
});

test('the right choice is the one that fits the reply', () => {
  const prediction = steps[1]?.prediction;
  expect(prediction && rightChoice(prediction, exchange)).toBe(0);
  expect(
    prediction && rightChoice(prediction, { ...exchange, response: undefined }),
  ).toBeUndefined();
});

test('a beat begins at the first prediction that has no answer in the log', () => {
  const steps = [
    { blocks: [], prediction: { id: 'a' } as Prediction },
    { blocks: [], prediction: { id: 'b' } as Prediction },
    { blocks: [] },
  ];
  expect(firstOpenStep(steps, () => false)).toBe(0);
  expect(firstOpenStep(steps, (id) => id === 'a')).toBe(1);
  expect(firstOpenStep(steps, () => true)).toBe(0);
});
