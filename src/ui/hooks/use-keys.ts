import { type Key, useInput, usePaste } from 'ink';
import { createContext, useContext, useLayoutEffect, useRef } from 'react';
import type { Action } from '../key-groups.ts';
import { type KeyPress, readKeyPresses } from '../key-press.ts';
import { findBinding, type KeyMode, keysOf } from '../keys.ts';
import { isTooSmall } from '../room.ts';
import { ShownContext, useSession } from '../session.ts';

type Listener = (press: KeyPress) => void;

export type Keyboard = { listen: (listener: Listener) => () => void };

export const KeyboardContext = createContext<Keyboard | undefined>(undefined);

/** For how many turns of Node's event loop a screen may draw what a key did, before the next key has its turn. */
const mostTurns = 20;

/**
 * The one listener on the terminal's input. Keys that arrive together are handed on one at a time,
 * each after the screen has answered the one before; while a screen loads they wait for it.
 */
export function useKeyboard(beforeEach: () => void): Keyboard {
  const listener = useRef<Listener | undefined>(undefined);
  const waiting = useRef<KeyPress[]>([]);
  const isDraining = useRef(false);

  const drain = () => {
    const listen = listener.current;
    const press = listen === undefined ? undefined : waiting.current.shift();
    isDraining.current = press !== undefined;
    if (listen === undefined || press === undefined) return;
    try {
      beforeEach();
      listen(press);
    } finally {
      goOnOnceDrawn(listen, mostTurns);
    }
  };
  // Each drawing of a screen listens anew; where a key changes nothing, none comes.
  const goOnOnceDrawn = (answered: Listener, turnsLeft: number) => {
    setImmediate(() => {
      if (listener.current !== answered || turnsLeft === 0) newestDrain.current();
      else goOnOnceDrawn(answered, turnsLeft - 1);
    });
  };
  const newestDrain = useRef(drain);
  newestDrain.current = drain;
  const accept = (presses: KeyPress[]) => {
    waiting.current.push(...presses);
    if (!isDraining.current) drain();
  };
  useInput((input: string, key: Key) => accept(readKeyPresses(input, key)));
  usePaste((text) => accept([{ name: 'paste', text }]));

  const keyboard = useRef<Keyboard>({
    listen: (next) => {
      listener.current = next;
      if (!isDraining.current && waiting.current.length > 0) {
        isDraining.current = true;
        setImmediate(() => newestDrain.current());
      }
      return () => {
        if (listener.current === next) listener.current = undefined;
      };
    },
  });
  return keyboard.current;
}

/**
 * Makes the screen the listener: actions of its mode's keys go to `actions`, typed text to `onText`,
 * and what it does not answer to the app. Without a mode it does not listen.
 */
export function useKeys(
  mode: KeyMode | undefined,
  actions: Partial<Record<Action, () => void>>,
  onText?: (press: KeyPress) => void,
): void {
  const keyboard = useContext(KeyboardContext);
  const session = useSession();
  const isShown = useContext(ShownContext);
  useLayoutEffect(() => {
    if (mode === undefined || !isShown) return;
    const appActions: Partial<Record<Action, () => void>> = {
      quit: session.quit,
      back: session.back,
      home: session.goHome,
      search: () => session.open({ name: 'search' }),
      help: () => session.open({ name: 'help', about: mode }),
    };
    return keyboard?.listen((press) => {
      // What cannot be seen cannot be steered.
      if (isTooSmall(session.window)) {
        if (press.name === 'q') session.quit();
        return;
      }
      const binding = findBinding(mode, press.name);
      if (binding !== undefined) (actions[binding.action] ?? appActions[binding.action])?.();
      else if (keysOf(mode).isTyping) onText?.(press);
    });
  });
}
