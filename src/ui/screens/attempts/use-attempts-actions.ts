import type { Exercise } from '../../../model/course.ts';
import type { Attempt } from '../../../model/progress.ts';
import { explainLoss } from '../../../model/snapshot.ts';
import type { Action } from '../../key-groups.ts';
import { useSession } from '../../session.ts';
import { statusOfOutcome } from '../../status.ts';
import { withoutQuestion } from '../../without-question.ts';
import type { AttemptsEvent, AttemptsState } from './use-attempts-state.ts';

type AttemptsActionsOptions = {
  exercise: Exercise;
  history: Attempt[];
  /** Number of the marked attempt; 0 when there is none. */
  marked: number;
  state: AttemptsState;
  send: (event: AttemptsEvent) => void;
  /** How many rows of the list are a page. */
  page: number;
  /** What the keys do that scroll a comparison. */
  scrollActions: Partial<Record<Action, () => void>>;
};

/** What the keys of the attempts do. */
export function useAttemptsActions(
  options: AttemptsActionsOptions,
): Partial<Record<Action, () => void>> {
  const { exercise, history, marked, state, send, page, scrollActions } = options;
  const session = useSession();
  const { services } = session;
  const count = history.length;
  const snapshot = history[marked - 1]?.snapshot;
  const warn = (text: string) => session.say({ tone: 'warn', text });

  const withSnapshot = (act: (name: string) => Promise<void>) => () => {
    if (count === 0) return;
    if (snapshot === undefined) return warn(`No file was kept with attempt ${marked}.`);
    session.attempt(() => act(snapshot));
  };
  const compare = withSnapshot(async (name) => {
    const reading = await services.readSnapshot(exercise.id, name);
    if (reading.kind !== 'kept') return warn(explainLoss(marked, reading.kind));
    const opened = await services.openExercise(exercise);
    if ('problem' in opened) return warn(opened.problem);
    const now = await services.readFile(opened.handlerFile);
    if (now === undefined)
      return warn('Your handler cannot be read, so there is nothing to compare.');
    send({ kind: 'compared', comparison: { number: marked, kept: reading.text, now } });
  });
  const restore = withSnapshot(async () => {
    if (!state.isConfirming) {
      send({ kind: 'asked' });
      return warn(`Put the file of attempt ${marked} back? Your file is kept. Press r again.`);
    }
    const outcome = await services.restoreAttempt(exercise, marked);
    session.progressChanged();
    session.say(statusOfOutcome(outcome));
    send(outcome.isOk ? { kind: 'restored' } : { kind: 'answered' });
  });
  const actions: Partial<Record<Action, () => void>> =
    state.comparison === undefined
      ? {
          confirm: compare,
          'select-up': () => send({ kind: 'moved', by: -1, count }),
          'select-down': () => send({ kind: 'moved', by: 1, count }),
          'page-up': () => send({ kind: 'moved', by: -page, count }),
          'page-down': () => send({ kind: 'moved', by: page, count }),
          top: () => send({ kind: 'moved-to', number: count }),
          bottom: () => send({ kind: 'moved-to', number: 1 }),
          restore,
        }
      : { ...scrollActions, back: () => send({ kind: 'closed' }), restore };
  const asking = state.isConfirming ? 'restore' : undefined;
  return withoutQuestion(actions, asking, () => send({ kind: 'answered' }));
}
