import type { Key } from 'ink';
import { expect, test } from 'vitest';
import { readKeyPresses } from '../../src/ui/key-press.ts';

const noKey: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

test('names keys', () => {
  expect(readKeyPresses('', { ...noKey, upArrow: true })).toEqual([{ name: 'up', text: '' }]);
  expect(readKeyPresses('s', { ...noKey, ctrl: true })).toEqual([{ name: 'ctrl-s', text: '' }]);
  expect(readKeyPresses('', { ...noKey, tab: true, shift: true })).toEqual([
    { name: 'shift-tab', text: '' },
  ]);
});

test('takes keys that arrive together apart', () => {
  expect(readKeyPresses('4 é\r', noKey)).toEqual([
    { name: '4', text: '4' },
    { name: 'space', text: ' ' },
    { name: 'é', text: 'é' },
    { name: 'enter', text: '' },
  ]);
});

test('keys pressed with Ctrl have their names among others too', () => {
  const names = (input: string) => readKeyPresses(input, noKey).map(({ name }) => name);
  expect(names('\x04\x04')).toEqual(['ctrl-d', 'ctrl-d']);
  expect(names('a\x15\x7f\b\t')).toEqual(['a', 'ctrl-u', 'backspace', 'backspace', 'tab']);
});

test('a key that is let go is none', () => {
  expect(readKeyPresses('a', { ...noKey, eventType: 'release' })).toEqual([]);
});
