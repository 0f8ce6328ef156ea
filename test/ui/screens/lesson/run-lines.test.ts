import { expect, test } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { plainText } from '../../../../src/model/lines.ts';
import { runLines } from '../../../../src/ui/screens/lesson/run-lines.ts';
import { initialRunState, splitRunSteps } from '../../../../src/ui/screens/lesson/use-run-state.ts';
import { lessons } from '../../course-fixture.ts';

const steps = splitRunSteps(lessons.find(({ id }) => id === 'validation')?.beats.run ?? []);
const [step] = steps.filter(({ prediction }) => prediction !== undefined);
if (step?.prediction === undefined) throw new Error('there is no prediction');
const { request } = step.prediction;

function answered(fields: number, fieldsAgain?: number) {
  const replied = (count: number): Exchange => {
    const json = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`field${index}`, 'x'.repeat(40)]),
    );
    const headers = { 'content-type': 'application/json' };
    return {
      request,
      response: { status: 200, headers, body: JSON.stringify(json), json },
      durationMs: 4,
    };
  };
  return runLines(
    step ?? { blocks: [] },
    {
      ...initialRunState,
      phase: { kind: 'answered' },
      answers: { 0: { choice: 0, exchange: replied(fields) } },
      ...(fieldsAgain !== undefined && { again: replied(fieldsAgain) }),
    },
    77,
  );
}

test('a short reply is read to its end, of a very long one the beginning is enough', () => {
  expect(answered(8).enough).toBeUndefined();
  const { lines, enough = 0 } = answered(200);
  expect(enough).toBeLessThan(40);
  const shown = lines.slice(0, enough).map(plainText).join('\n');
  expect(shown).toContain('200 OK');
  expect(shown).toContain('"field0"');
});

test('what was sent again is shown from its beginning', () => {
  const { lines, first, last, enough = 0 } = answered(8, 200);
  expect(plainText(lines[first] ?? [])).toBe('Sent again');
  expect(last).toBe(first);
  expect(enough).toBeGreaterThan(first);
  expect(lines.length).toBeGreaterThan(enough);
});
