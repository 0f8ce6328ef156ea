import { timeLeftText } from '../layout/time-left.ts';
import { span } from '../layout/width.ts';
import type { GradeStep } from '../model/verdict.ts';
import type { Context } from './context.ts';
import { openTransientLine } from './transient-line.ts';

const tickMs = 200;

/** Shows in a terminal how long a slow grade may still take. `end` takes it away. */
export function startCountdown(context: Context): {
  onStep: (step: GradeStep) => void;
  end: () => void;
} {
  const line = openTransientLine(context);
  let timer: NodeJS.Timeout | undefined;
  let doing = '';
  const begin = (deadlineMs: number) => {
    const startedAt = performance.now();
    clearInterval(timer);
    timer = setInterval(() => {
      const left = timeLeftText(deadlineMs, performance.now() - startedAt);
      if (left !== undefined) line.show([span(`${doing} · `, 'muted'), span(left, 'warn')]);
    }, tickMs);
  };
  return {
    onStep: (step) => {
      switch (step.kind) {
        case 'starting':
          doing = 'Starting';
          return begin(step.deadlineMs);
        case 'checking':
          doing = 'Running the checks';
          return;
        case 'check-finished':
          return;
        default:
          return step satisfies never;
      }
    },
    end: () => {
      clearInterval(timer);
      line.clear();
    },
  };
}
