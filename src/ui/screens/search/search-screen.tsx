import { type ReactNode, useMemo } from 'react';
import { span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import type { Line } from '../../../model/lines.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import type { KeyPress } from '../../key-press.ts';
import { useRoom } from '../../room.ts';
import { useSession } from '../../session.ts';
import { outcomeLines, searchLines } from './search-lines.ts';
import { hitRow, titleRows } from './search-rows.ts';
import { type SearchResults, useSearchResults } from './use-search-results.ts';
import { useSearchState } from './use-search-state.ts';

const mostRows = 50;

/** Search over everything there is to read; it narrows with every key. */
export function SearchScreen(): ReactNode {
  const session = useSession();
  const { services } = session;
  const room = useRoom();
  const [asked, send] = useSearchState();
  const look = (query: string) => services.search(query, { limit: mostRows });
  const results = useSearchResults(asked.query, look);
  const isBlank = asked.query.trim() === '';
  const titles = useMemo(() => titleRows(services.courseIndex), [services]);
  const rows = isBlank ? titles : (results.outcome?.hits ?? []).map(hitRow);
  // What was marked among the results for less may be more than there is now.
  const last = Math.max(0, rows.length - 1);
  const state = rows.length === 0 ? asked : { ...asked, selected: Math.min(asked.selected, last) };

  const open = () => {
    const isFound = isBlank || (results.query === state.query && results.problem === undefined);
    const marked = rows[state.selected];
    if (isFound) return marked !== undefined && session.open(marked.screen);
    // Typed and sent off before it was found, or tried again where it could not be looked up.
    session.attempt(async () => {
      const hit = (await look(state.query)).hits[state.selected];
      if (hit !== undefined) session.open(hitRow(hit).screen);
    });
  };
  const type = ({ name, text }: KeyPress) => {
    if (name === 'backspace') return send({ kind: 'erased' });
    if (name === 'ctrl-u') return send({ kind: 'cleared' });
    if (name === 'ctrl-w') return send({ kind: 'erased-word' });
    if (text !== '') send({ kind: 'typed', text: text.replace(/\s+/g, ' ') });
  };
  const { lines, passage } = searchLines(state, rows, saidOf(results, room.width), room);
  const scroll = (by: 1 | -1) => () => {
    const to = state.scrolled + by * Math.max(1, passage.height - 1);
    send({ kind: 'scrolled', to: Math.max(passage.first, Math.min(to, passage.last)) });
  };
  useKeys(
    'search',
    {
      confirm: open,
      'select-up': () => send({ kind: 'moved', by: -1, count: rows.length }),
      'select-down': () => send({ kind: 'moved', by: 1, count: rows.length }),
      edit: () => send({ kind: 'taken-up' }),
      'page-up': scroll(-1),
      'page-down': scroll(1),
    },
    type,
  );

  const { outcome, problem } = results;
  const isLooking = !isBlank && outcome === undefined && problem === undefined;
  const found = isBlank ? rows.length : (outcome?.total ?? 0);
  const canScroll = passage.last > passage.first;
  return (
    <Frame
      title="Search"
      aside={[span(isLooking ? 'looking …' : `${found} found`, 'muted')]}
      mode="search"
      labels={{ 'page-down': canScroll && 'scroll' }}
    >
      <LinesView lines={lines} {...room} />
    </Frame>
  );
}

function saidOf({ query, outcome, problem }: SearchResults, width: number): Line[] {
  if (problem !== undefined) return [[], ...wrapSpans([span(`✘ ${problem}`, 'wrong')], width)];
  return outcome === undefined ? [] : outcomeLines(query, outcome, width);
}
