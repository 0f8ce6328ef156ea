import { expect } from 'vitest';
import { z } from 'zod';
import type { RecordedExchange } from '../../labs/kit/record/exchange.ts';

type Reply = RecordedExchange['response'];

const predictionSchema = z.strictObject({
  prediction: z.array(z.int()),
  probability: z.array(z.number()),
});

/**
 * Fails unless two replies are the same in status, headers and text. Probabilities may differ by 1e-12: NumPy's
 * `exp` gives another last digit on another processor.
 */
export function expectSameReply(received: Reply, expected: Reply): void {
  if (received.body === expected.body || readPrediction(expected) === undefined) {
    expect(received).toEqual(expected);
    return;
  }
  const mine = readPrediction(received);
  const theirs = readPrediction(expected);
  expect(withoutText(received)).toEqual(withoutText(expected));
  expect(mine?.prediction).toEqual(theirs?.prediction);
  expect(mine?.probability).toEqual(
    theirs?.probability.map((probability) => expect.closeTo(probability, 12)),
  );
}

function readPrediction({ body }: Reply): z.infer<typeof predictionSchema> | undefined {
  try {
    return predictionSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

function withoutText({ status, headers }: Reply) {
  const { 'content-length': _, ...others } = headers;
  return { status, headers: others };
}
