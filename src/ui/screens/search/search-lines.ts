import { passageLines } from '../../../layout/search-hit.ts';
import { fitLine, span, textColumns } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import type { Line } from '../../../model/lines.ts';
import type { SearchOutcome } from '../../../model/search.ts';
import type { Room } from '../../room.ts';
import { clampOffset, keepVisible } from '../../scroll.ts';
import { rowLine, type SearchRow } from './search-rows.ts';
import type { SearchState } from './use-search-state.ts';

/** The screen, and how far its passage can be scrolled: from the line of the match, in lines. */
export type SearchLines = {
  lines: Line[];
  passage: { height: number; first: number; last: number };
};

/** What was asked, its rows, and below them the passage of the row that is marked. */
export function searchLines(
  state: SearchState,
  rows: SearchRow[],
  said: Line[],
  { width, height }: Room,
): SearchLines {
  const hint = state.isKept
    ? '  typing replaces it, End keeps it'
    : state.query === ''
      ? ' words, names or code, as in threadpool or 422'
      : '';
  const query: Line = [
    span('/ ', 'accent', { isBold: true }),
    span(state.query, undefined, state.isKept ? { isInverse: true } : {}),
    ...(state.isKept ? [] : [span(' ', undefined, { isInverse: true })]),
    span(hint, 'muted'),
  ];
  const top = [fitLine(query, width), ...(said.length > 0 ? said : [[]])];
  const room = height - top.length - 1;
  const marked = rows[state.selected];
  const share = typeof marked?.about === 'string' ? room - 3 : Math.floor(room * 0.45);
  const listHeight = Math.min(rows.length, Math.max(3, share));
  const viewport = { total: rows.length, height: listHeight };
  const offset = keepVisible(0, state.selected, state.selected, viewport);
  const list = rows
    .slice(offset, offset + listHeight)
    .map((row, index) => rowLine(row, index + offset === state.selected, width));
  if (marked === undefined) {
    return { lines: [...top, ...list], passage: { height: 0, first: 0, last: 0 } };
  }
  const shown = aboutLines(marked, width);
  const part = { total: shown.lines.length, height: room - listHeight };
  // A third of the room above the match says what it is part of.
  const start = clampOffset(shown.bestLine - Math.floor(part.height / 3), part);
  const from = clampOffset(start + state.scrolled, part);
  const rule: Line = [span('─'.repeat(width), 'muted')];
  return {
    lines: [...top, ...list, rule, ...shown.lines.slice(from, from + part.height)],
    passage: {
      height: part.height,
      first: -start,
      last: clampOffset(part.total, part) - start,
    },
  };
}

function aboutLines({ about }: SearchRow, width: number): { lines: Line[]; bestLine: number } {
  const columns = Math.min(width - 2, textColumns);
  const indented = (lines: Line[]) => lines.map((line) => [span('  '), ...line]);
  if (typeof about === 'string') {
    return { lines: indented(wrapSpans([span(about)], columns)), bestLine: 0 };
  }
  const { lines, bestLine } = passageLines(about, columns);
  return { lines: indented(lines), bestLine };
}

/** What is said of a search that found nothing, or nothing whole. */
export function outcomeLines(query: string, outcome: SearchOutcome, width: number): Line[] {
  const say = (text: string): Line[] =>
    wrapSpans([span(text, 'muted')], width, { indent: [span('  ')] });
  if (outcome.hits.length > 0) {
    return outcome.isWhole ? [] : say('Nothing has all of these words. These have some:');
  }
  const { nearest } = outcome;
  return [
    [],
    ...say(`Nothing in the course has "${query.trim()}".`),
    ...(nearest.length > 0 ? say(`Words near it: ${nearest.join(', ')}.`) : []),
  ];
}
