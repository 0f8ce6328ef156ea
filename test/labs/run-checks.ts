import { createApi, moveToEnd, type RecordedExchange } from '../../labs/kit/check-api.ts';
import { type CheckFailure, readFailure } from '../../labs/kit/check-failure.ts';
import type { CheckAbout, check } from '../../labs/kit/checks.ts';
import { findHints } from '../../labs/kit/hint-cases.ts';
import { createRandom } from '../../labs/kit/random.ts';

type Run = Parameters<typeof check>[2];
type RegisteredCheck = { id: string; about: CheckAbout; run: Run };

/** The first check that failed, with why and the first hint it gives. */
export type FirstFailure = {
  check: string;
  title: string;
  failure: CheckFailure;
  hintCase: string;
  nudge: string;
  exchange?: RecordedExchange;
};

const registered: RegisteredCheck[] = [];

/** Stands in for the kit's `check`, so that many seeds can be run without a grader for each. */
export async function collectChecks(importKit: () => Promise<object>): Promise<object> {
  const kit = await importKit();
  const collect = (id: string, about: CheckAbout, run: Run) => registered.push({ id, about, run });
  return { ...kit, check: collect };
}

/** The checks of one exercise, in their order. */
export async function readChecks(checksFile: string): Promise<RegisteredCheck[]> {
  registered.length = 0;
  await import(checksFile);
  if (registered.length === 0) throw new Error(`No checks were found in ${checksFile}.`);
  return [...registered];
}

/** Runs checks against a server until one fails; undefined when all pass. */
export async function findFirstFailure(
  checks: RegisteredCheck[],
  url: string,
  seed: number,
): Promise<FirstFailure | undefined> {
  for (const { id, about, run } of checks) {
    const exchanges: RecordedExchange[] = [];
    const api = createApi(url, 20_000, (exchange) => moveToEnd(exchanges, exchange));
    try {
      await run({ api, random: createRandom(seed, id) });
    } catch (error) {
      const failure = readFailure(error);
      const exchange = exchanges.at(-1);
      const found = findHints({ failure, exchange }, about.cases ?? []);
      const nudge = (found?.hints ?? about.hints)[0] ?? '';
      const hintCase = found?.hintCase ?? '-';
      return { check: id, title: about.title, failure, hintCase, nudge, exchange };
    } finally {
      api.hangUp();
    }
  }
  return undefined;
}
