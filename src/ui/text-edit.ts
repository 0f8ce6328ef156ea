import type { KeyPress } from './key-press.ts';
import type { BufferEvent, BufferMove } from './text-buffer.ts';

const moves: Record<string, BufferMove> = {
  left: 'left',
  right: 'right',
  up: 'up',
  down: 'down',
  home: 'home',
  end: 'end',
  'ctrl-a': 'home',
  'ctrl-e': 'end',
};

/** What a key does to a text under edit, if anything. */
export function readTextEdit({ name, text }: KeyPress): BufferEvent | undefined {
  const to = moves[name];
  if (to !== undefined) return { kind: 'moved', to };
  if (name === 'backspace') return { kind: 'erased-before' };
  if (name === 'delete' || name === 'ctrl-d') return { kind: 'erased-after' };
  if (name === 'ctrl-w') return { kind: 'erased-word' };
  if (name === 'ctrl-u') return { kind: 'cleared-line' };
  return text === '' ? undefined : { kind: 'inserted', text };
}
