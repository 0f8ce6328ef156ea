import { lineWidth, span } from '../layout/width.ts';
import type { Line } from '../model/lines.ts';
import type { Action } from './key-groups.ts';
import { type KeyMode, reachableBindings } from './keys.ts';

/** What the bar says of a key: another label, another name for the key too, or nothing. */
export type BarLabels = Partial<Record<Action, string | false | { key: string; label: string }>>;

const alwaysShown: Action[] = ['help', 'back'];

const pairs: Partial<Record<Action, string>> = { 'select-down': '↑↓', 'previous-beat': '←→' };

/** The keys of a mode on one line: what does not fit is left out, never the way back and the help. */
export function keyBar(mode: KeyMode, labels: BarLabels, width: number): Line {
  const entries = reachableBindings(mode).flatMap((binding) => {
    const said = labels[binding.action] ?? binding.label;
    if (said === undefined || said === false) return [];
    const usual = pairs[binding.action] ?? binding.shown;
    const { key, label } = typeof said === 'string' ? { key: usual, label: said } : said;
    const line: Line = [span(key, 'accent', { isBold: true }), span(` ${label}`)];
    return [{ action: binding.action, line }];
  });
  const widthOf = (kept: typeof entries, gap: number) =>
    kept.reduce((sum, entry) => sum + lineWidth(entry.line), gap * Math.max(0, kept.length - 1));
  const gap = widthOf(entries, 3) <= width ? 3 : 2;
  const kept = [...entries];
  while (widthOf(kept, gap) > width) {
    const dropped = kept.findLastIndex((entry) => !alwaysShown.includes(entry.action));
    if (dropped < 0) break;
    kept.splice(dropped, 1);
  }
  return kept.flatMap((entry, index) =>
    index === 0 ? entry.line : [span(' '.repeat(gap)), ...entry.line],
  );
}
