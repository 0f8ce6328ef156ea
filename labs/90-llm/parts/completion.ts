import { randomUUID } from 'node:crypto';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { endToken, type LanguageModel, type Sampling } from './model.ts';

/** What the counter shows of one answer while it is made and afterwards. */
export type Generation = {
  id: string;
  /** Failed is an answer that a model elsewhere did not end. */
  state: 'running' | 'finished' | 'cancelled' | 'failed';
  /** How many tokens were found so far. */
  tokens: number;
  finish_reason: string | null;
};

const maxKept = 20;
const generations: Generation[] = [];

// #region counter
/** Begins to count one answer; the counter keeps the last twenty. */
export function startGeneration(): Generation {
  const id = `chatcmpl-${randomUUID().replaceAll('-', '')}`;
  const generation: Generation = { id, state: 'running', tokens: 0, finish_reason: null };
  generations.unshift(generation);
  generations.splice(maxKept);
  return generation;
}

/** Says of an answer that nobody takes any further that it was cancelled. */
export function endGeneration(generation: Generation): void {
  if (generation.state === 'running') generation.state = 'cancelled';
}

/** The last answers, the newest first. */
export function listGenerations(): Generation[] {
  return generations;
}
// #endregion

export type CompletionOptions = Sampling & {
  maxTokens: number;
  stop: string[];
  /** Whether to go on when the model would end. */
  ignoresEnd: boolean;
  delayMs: number;
  signal: AbortSignal;
};

// #region complete
/**
 * The text of an answer, token by token. The next token is looked for when the last one was taken, and none when the
 * reader is gone: then the generator is told to return, or it sees the signal.
 */
export async function* complete(
  model: LanguageModel,
  prompt: string,
  options: CompletionOptions,
  generation: Generation,
): AsyncGenerator<string> {
  const { maxTokens, stop, ignoresEnd, delayMs, signal } = options;
  let held = '';
  for (const token of model.generate(prompt, options)) {
    if (token === endToken && !ignoresEnd) break;
    await (delayMs > 0 ? wait(delayMs) : turn());
    if (signal.aborted) return;
    generation.tokens += 1;
    held += model.pieces[token];
    const end = findStop(held, stop);
    if (end !== undefined) {
      held = held.slice(0, end);
      break;
    }
    const ready = held.length - countHeldBack(held, stop);
    if (ready > 0) yield held.slice(0, ready);
    held = held.slice(ready);
    if (generation.tokens === maxTokens) {
      generation.finish_reason = 'length';
      break;
    }
  }
  if (held !== '') yield held;
  generation.finish_reason ??= 'stop';
  generation.state = 'finished';
}
// #endregion

// #region stop
/** Where the first stop sequence begins; undefined when there is none. */
function findStop(text: string, stop: string[]): number | undefined {
  const places = stop.map((words) => text.indexOf(words)).filter((place) => place >= 0);
  return places.length === 0 ? undefined : Math.min(...places);
}

/** How many characters at the end may be the beginning of a stop sequence: they are not sent yet. */
function countHeldBack(text: string, stop: string[]): number {
  const lengths = stop.map((words) => {
    let length = Math.min(words.length - 1, text.length);
    while (!words.startsWith(text.slice(text.length - length))) length -= 1;
    return length;
  });
  return Math.max(0, ...lengths);
}
// #endregion
