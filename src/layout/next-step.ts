import { type CheckResult, hintKey } from '../model/verdict.ts';

/** How the next step is named where it is taken: by keys on a screen, by commands on paper. */
export type NextStepWords = { act: string; hint: string; solution: string };

/** The one thing to do about a failed check, and where to turn when one is stuck. */
export function nextStepFor(
  check: CheckResult,
  hintSteps: Record<string, number>,
  words: NextStepWords,
): string {
  const shown = hintSteps[hintKey(check)] ?? 0;
  const total = check.hints.length;
  if (shown >= total) return `${words.act} Stuck? ${words.solution}`;
  const which = shown === 0 ? 'a hint' : `hint ${shown + 1} of ${total}`;
  return `${words.act} For ${which}: ${words.hint}`;
}
