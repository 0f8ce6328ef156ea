import { fitLine, span } from '../layout/width.ts';
import { wrapSpans } from '../layout/wrap.ts';
import type { Line, Tone } from '../model/lines.ts';
import type { Outcome } from './services.ts';

/** Something said at the foot of a screen until the next key. */
export type Status = {
  tone: Tone;
  text: string;
  /** How many gradings it outlives; none unless it says so, because a verdict makes most of them untrue. */
  gradings?: number;
};

/** What is still said once a grading begins. */
export function afterGradingStart(status: Status | undefined): Status | undefined {
  const left = status?.gradings ?? 0;
  return status === undefined || left === 0 ? undefined : { ...status, gradings: left - 1 };
}

const marks: Partial<Record<Tone, string>> = { ok: '✔ ', wrong: '✘ ', warn: '▸ ', accent: '▸ ' };

const maxStatusLines = 3;

/** The status as shown, in three lines at the most: its mark says what its colour says. */
export function statusLines(status: Status, width: number): Line[] {
  const said = span(status.text.trim(), status.tone, { isBold: true });
  const lines = wrapSpans([said], width, {
    firstIndent: [span(marks[status.tone] ?? '', status.tone, { isBold: true })],
    indent: [span('  ')],
  });
  if (lines.length <= maxStatusLines) return lines;
  const last = [...(lines[maxStatusLines - 1] ?? []), span(' …', status.tone)];
  return [...lines.slice(0, maxStatusLines - 1), fitLine(last, width)];
}

export function statusOfOutcome(outcome: Outcome): Status {
  return { tone: outcome.isOk ? 'ok' : 'wrong', text: outcome.message };
}

/** What an unexpected failure of a service is said as. */
export function statusOfError(error: unknown): Status {
  const message = error instanceof Error ? error.message : String(error);
  return { tone: 'wrong', text: `That did not work: ${message}` };
}
