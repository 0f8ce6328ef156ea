import type { Key } from 'ink';

/** One key, by name (`enter`, `ctrl-s`, `a`), and the text that typing it adds. */
export type KeyPress = { name: string; text: string };

const controlNames: Record<string, string> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  ' ': 'space',
  '\x7f': 'backspace',
  '\b': 'backspace',
};

const namedKeys: [keyof Key, string][] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

/** What Ink reports as the keys that were pressed: fast typing arrives as several in one report. */
export function readKeyPresses(input: string, key: Key): KeyPress[] {
  if (key.eventType === 'release') return [];
  if (key.tab) return [{ name: key.shift ? 'shift-tab' : 'tab', text: '' }];
  const named = namedKeys.find(([flag]) => key[flag] === true);
  if (named !== undefined) return [{ name: named[1], text: '' }];
  if (key.ctrl) return [{ name: `ctrl-${input}`, text: '' }];
  if (key.meta) return [{ name: `alt-${input}`, text: '' }];
  return Array.from(input, (character) => {
    const name = controlNames[character] ?? controlName(character) ?? character;
    return { name, text: /[\p{Cc}]/u.test(character) ? '' : character };
  });
}

/** Ctrl with a letter sends that letter's number in the alphabet; among others Ink does not name it. */
function controlName(character: string): string | undefined {
  const number = character.charCodeAt(0);
  return number >= 1 && number <= 26 ? `ctrl-${String.fromCharCode(96 + number)}` : undefined;
}
