import type { Tone } from '../model/lines.ts';
import type { Outcome } from './services.ts';

/** One line said at the foot of a screen until the next key. */
export type Status = { tone: Tone; text: string };

const marks: Partial<Record<Tone, string>> = { ok: '✔ ', wrong: '✘ ', warn: '▸ ', accent: '▸ ' };

/** The status as shown: its mark says what its colour says. */
export function statusText(status: Status): string {
  const line = status.text.replace(/\s*\n\s*/g, ' ').trim();
  return `${marks[status.tone] ?? ''}${line}`;
}

export function statusOfOutcome(outcome: Outcome): Status {
  return { tone: outcome.isOk ? 'ok' : 'wrong', text: outcome.message };
}

/** What an unexpected failure of a service is said as. */
export function statusOfError(error: unknown): Status {
  const message = error instanceof Error ? error.message : String(error);
  return { tone: 'wrong', text: `That did not work: ${message}` };
}
