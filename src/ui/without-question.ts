import type { Action } from './key-groups.ts';

type Actions = Partial<Record<Action, () => void>>;

/** Every key but the one that was asked to be pressed again takes the question back. */
export function withoutQuestion(
  actions: Actions,
  asking: Action | undefined,
  takeBack: () => void,
): Actions {
  if (asking === undefined) return actions;
  const guarded = Object.entries(actions).map(([name, act]) => [
    name,
    () => {
      if (name !== asking) takeBack();
      act?.();
    },
  ]);
  return Object.fromEntries(guarded);
}
