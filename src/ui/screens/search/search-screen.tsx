import type { ReactNode } from 'react';
import { fitLine, span } from '../../../layout/width.ts';
import type { Line } from '../../../model/lines.ts';
import { apart } from '../../apart.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import type { KeyPress } from '../../key-press.ts';
import { useRoom } from '../../room.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { findEntries, searchEntries, useSearchState } from './use-search-state.ts';

/** Search over the titles of lessons, labs and exercises; it narrows with every key. */
export function SearchScreen(): ReactNode {
  const session = useSession();
  const room = useRoom();
  const [state, send] = useSearchState();
  const found = findEntries(searchEntries(session.services.courseIndex), state.query);
  const marked = found[state.selected];

  const type = ({ name, text }: KeyPress) => {
    if (name === 'backspace') return send({ kind: 'erased' });
    if (name === 'ctrl-u') return send({ kind: 'cleared' });
    if (text !== '') send({ kind: 'typed', text: text.replace(/\s+/g, ' ') });
  };
  useKeys(
    'search',
    {
      confirm: () => marked !== undefined && session.open(marked.screen),
      'select-up': () => send({ kind: 'moved', by: -1, count: found.length }),
      'select-down': () => send({ kind: 'moved', by: 1, count: found.length }),
    },
    type,
  );

  const query: Line = [
    span('/ ', 'accent', { isBold: true }),
    span(state.query),
    span(' ', undefined, { isInverse: true }),
  ];
  const rows = found.map((entry, index): Line => {
    const isMarked = index === state.selected;
    const title = isMarked ? span(entry.title, 'accent', { isBold: true }) : span(entry.title);
    const mark = isMarked ? span('▸ ', 'accent', { isBold: true }) : span('  ');
    return apart([mark, title], [span(entry.place, 'muted')], Math.min(room.width, 76));
  });
  const height = room.height - 2;
  const offset = keepVisible(0, state.selected, state.selected, { total: rows.length, height });
  const nothing: Line[] = [[span('  Nothing has that in its title.', 'muted')]];
  const shown = rows.length === 0 ? nothing : rows.slice(offset, offset + height);
  return (
    <Frame title="Search" aside={[span(`${found.length} found`, 'muted')]} mode="search">
      <LinesView lines={[fitLine(query, room.width), [], ...shown]} {...room} />
    </Frame>
  );
}
