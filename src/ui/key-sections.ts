import type { KeyBinding } from './key-groups.ts';
import {
  bindingsOf,
  findBinding,
  type KeyGroup,
  type KeyMode,
  keyModes,
  keysOf,
  reachableBindings,
} from './keys.ts';

export type KeySection = { title: string; bindings: KeyBinding[] };

const sharedGroups: KeyGroup[] = ['beats', 'scroll', 'exerciseScroll', 'everywhere', 'bottom'];

const shared = new Set(sharedGroups.flatMap((group) => bindingsOf(group)));

/** The keys that only this mode has. */
export function ownBindings(mode: KeyMode): KeyBinding[] {
  return onceEach(reachableBindings(mode).filter((binding) => !shared.has(binding)));
}

/** All keys, each once: by mode, then those between beats, then those that work everywhere. */
export function keySections(): KeySection[] {
  const own = keyModes.map((mode) => ({ title: keysOf(mode).title, bindings: ownBindings(mode) }));
  return [...own.filter(({ bindings }) => bindings.length > 0), everyBeat, everywhere];
}

/** The keys between the beats of a lesson. */
export const everyBeat: KeySection = {
  title: 'Lesson: every beat',
  bindings: onceEach(bindingsOf('beats')),
};

/** The keys that mean the same wherever nothing is typed. */
export const everywhere: KeySection = {
  title: 'Everywhere',
  bindings: onceEach([...bindingsOf('everywhere'), ...bindingsOf('scroll')]),
};

/** Of the keys of a section those that mean it in a mode, and are not its own; none is named that means another thing there. */
export function meantIn(mode: KeyMode, { bindings }: KeySection): KeyBinding[] {
  const own = ownBindings(mode);
  return bindings.flatMap((binding): KeyBinding[] => {
    const isMeant = (key: string) => {
      const found = findBinding(mode, key);
      return found !== undefined && found.action === binding.action && !own.includes(found);
    };
    if (!binding.keys.some(isMeant)) return [];
    const names = binding.shown.split(' ');
    if (names.length !== binding.keys.length) return [binding];
    const meant = names.filter((_, place) => isMeant(binding.keys[place] ?? ''));
    return [{ ...binding, shown: meant.join(' ') }];
  });
}

/** The key table for the README. */
export function keysAsMarkdown(): string {
  const rows = keySections().flatMap(({ title, bindings }) =>
    bindings.map(({ shown, description }) => `| ${title} | \`${shown}\` | ${description} |`),
  );
  return ['| screen | key | what it does |', '|---|---|---|', ...rows, ''].join('\n');
}

/** Keys that are shown and described alike are one row. */
function onceEach(bindings: readonly KeyBinding[]): KeyBinding[] {
  const rows = new Map(
    bindings.map((binding) => [`${binding.shown} ${binding.description}`, binding]),
  );
  return [...rows.values()];
}
