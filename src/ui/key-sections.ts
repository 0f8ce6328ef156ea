import type { KeyBinding } from './key-groups.ts';
import {
  bindingsOf,
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
  return [
    ...own.filter(({ bindings }) => bindings.length > 0),
    { title: 'Lesson: every beat', bindings: onceEach(bindingsOf('beats')) },
    everywhere,
  ];
}

/** The keys that mean the same wherever nothing is typed. */
export const everywhere: KeySection = {
  title: 'Everywhere',
  bindings: onceEach([...bindingsOf('everywhere'), ...bindingsOf('scroll')]),
};

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
