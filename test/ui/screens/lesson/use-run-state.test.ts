import { expect, test } from 'vitest';
import type { Block, Prediction, Timeline } from '../../../../src/model/course.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import {
  firstOpenStep,
  initialRunState,
  placeOfStep,
  type RunEvent,
  type RunState,
  reduceRun,
  rightChoice,
  rightTimes,
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

const timeline: Timeline = {
  id: 'two',
  ask: [],
  requests: [exchange.request, exchange.request],
  choices: [
    { text: 'both at once', took: [{ request: 2, below: 100 }] },
    { text: 'one after the other', took: [{ request: 2, from: 100 }] },
  ],
  note: [],
};
const began = (run: number, choice = 0): RunEvent => {
  return { kind: 'timeline-began', step: 0, run, choice, requests: 2 };
};
const arrived = (run: number, place: number): RunEvent => {
  return { kind: 'timeline-answered', step: 0, run, place, exchange };
};

test('a timeline is a step of its own', () => {
  const steps = splitRunSteps([...blocks, { kind: 'timeline', timeline }]);
  expect(steps.at(-1)).toEqual({ blocks: [], timeline });
  expect(placeOfStep(steps, 2)).toBe('step 3 of 3');
  expect(placeOfStep(splitRunSteps(blocks), 0)).toBe('prediction 1 of 2');
  expect(placeOfStep([{ blocks: [] }], 0)).toBeUndefined();
});

test('a timeline is answered with its last reply', () => {
  const half = after({ kind: 'sent' }, began(1), arrived(1, 1));
  expect(half).toMatchObject({
    phase: { kind: 'sending' },
    timelines: { 0: { run: 1, results: [undefined, exchange] } },
  });
  expect(reduceRun(half, arrived(1, 0)).phase).toEqual({ kind: 'answered' });
});

test('sent again it begins anew, and replies to the time before are dropped', () => {
  const again = after({ kind: 'sent' }, began(1), arrived(1, 0), began(2), arrived(1, 1));
  expect(again.timelines[0]).toEqual({ run: 2, choice: 0, results: [undefined, undefined] });
});

test('what was foretold of a timeline stays, however often it is sent, and is marked on coming back', () => {
  const over = after({ kind: 'sent' }, began(1, 1), arrived(1, 0), arrived(1, 1));
  const again = [
    began(2, 0),
    { kind: 'stepped', to: 1 } as const,
    { kind: 'stepped', to: 0 } as const,
  ];
  expect(again.reduce(reduceRun, over)).toMatchObject({
    selected: 1,
    timelines: { 0: { run: 2, choice: 1 } },
  });
});

test('the right choice of a timeline is the one whose times were measured', () => {
  const run = (durationMs: number) => {
    return { run: 1, choice: 0, results: [exchange, { ...exchange, durationMs }] };
  };
  expect([1, 99, 100, 5000].map((ms) => rightTimes(timeline, run(ms)))).toEqual([0, 0, 1, 1]);
});

test('a timeline that was left goes on, and is there when one comes back', () => {
  const away = after({ kind: 'sent' }, began(1), { kind: 'stepped', to: 1 });
  expect(reduceRun(away, { kind: 'stepped', to: 0 }).phase).toEqual({ kind: 'sending' });
  const over = [arrived(1, 0), arrived(1, 1)].reduce(reduceRun, away);
  expect(over.phase).toEqual({ kind: 'choosing' });
  expect(reduceRun(over, { kind: 'stepped', to: 0 }).phase).toEqual({ kind: 'answered' });
});

test('a beat goes on with the first timeline or prediction that has no answer in the log', () => {
  const steps = [
    { blocks: [], prediction: { id: 'a' } as Prediction },
    { blocks: [], timeline },
    { blocks: [], prediction: { id: 'b' } as Prediction },
  ];
  expect(firstOpenStep(steps, () => false)).toBe(0);
  expect(firstOpenStep(steps, (id) => id === 'a')).toBe(1);
  expect(firstOpenStep(steps, (id) => ['a', 'two'].includes(id))).toBe(2);
  expect(firstOpenStep(steps.slice(1), () => false)).toBe(0);
  expect(firstOpenStep(steps, () => true)).toBe(0);
});
